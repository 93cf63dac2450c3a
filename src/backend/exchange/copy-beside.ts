import { dirname, join } from 'node:path'
import { makeFolderDurably } from '../files/make-folder-durably'
import { withStorageErrors } from '../files/storage-error'
import { writeDurably } from '../files/write-durably'
import { readEmbedded, type ExportRun } from './export-run'

/**
 * Copies files of the notebook to paths below `folder`, then runs the last step. When anything fails, what was not there
 * before is removed. Returns the paths of the copies.
 *
 * @throws AppError `storage/…`, `export/cancelled`, and whatever `lastStep` throws.
 */
export async function copyBeside(
  { ports, notebook, signal, step }: ExportRun,
  folder: string,
  attachments: ReadonlyMap<string, string>,
  lastStep: () => Promise<unknown>,
): Promise<string[]> {
  const { files } = ports
  const made: string[] = []
  try {
    for (const [from, to] of attachments) {
      if (signal.aborted) step(0, 1)
      const target = join(folder, to)
      await withStorageErrors(target, async () => {
        if ((await files.info(dirname(target))) !== undefined) return
        made.unshift(dirname(target))
        await makeFolderDurably(files, dirname(target))
      })
      const isNew = (await withStorageErrors(target, () => files.info(target))) === undefined
      await writeDurably(files, target, await readEmbedded(notebook, from))
      if (isNew) made.unshift(target)
    }
    await lastStep()
  } catch (error) {
    for (const item of made)
      await files
        .remove(item)
        .catch(() => files.removeEmptyFolder(item))
        .catch(() => undefined)
    throw error
  }
  return [...attachments.values()]
}
