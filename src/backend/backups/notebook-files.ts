import { join, sep } from 'node:path'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { isTemporaryName } from '../files/write-durably'
import { manifestName } from './backup-manifest'

/** What can be made anew, or isn't the notebook's own. */
const leftOut = new Set(['.answerbook/cache', manifestName, '.git'])
const deepestFolder = 48

export interface NotebookFile {
  /** Relative to the notebook, with forward slashes. */
  readonly path: string
  readonly modifiedAt: number
}

/**
 * Every file of a notebook that a backup has: hidden ones too, such as its history and its trash; without caches,
 * temporary files and what a link leads to outside.
 *
 * @throws AppError `storage/…` when a folder can't be listed: a backup has all or is none.
 */
export async function notebookFiles(files: FilePort, root: string): Promise<NotebookFile[]> {
  const realRoot = await withStorageErrors(root, () => files.realPath(root))
  const found: NotebookFile[] = []
  const seen = new Set<string>()
  const visit = async (folder: string, depth: number): Promise<void> => {
    const real = await withStorageErrors(folder, () => files.realPath(join(root, folder)))
    const isInside = real === realRoot || real.startsWith(realRoot + sep)
    if (depth > deepestFolder || seen.has(real) || !isInside) return
    seen.add(real)
    for (const { name, kind } of await withStorageErrors(folder, () => files.list(join(root, folder)))) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (leftOut.has(path) || isTemporaryName(name)) continue
      if (kind === 'folder') await visit(path, depth + 1)
      else if (kind === 'file') await add(path)
    }
  }
  const add = async (path: string): Promise<void> => {
    await withStorageErrors(path, async () => {
      const info = await files.info(join(root, path))
      // One that has gone since it was listed is no failure.
      if (info === undefined) return
      const real = await files.realPath(join(root, path))
      if (real.startsWith(realRoot + sep)) found.push({ path, modifiedAt: info.modifiedAt })
    })
  }
  await visit('', 0)
  return found
}
