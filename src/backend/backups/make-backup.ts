import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Backup } from '../../shared/contract/backup-procedures'
import { AppError } from '../../shared/contract/app-error'
import { makeFolderDurably } from '../files/make-folder-durably'
import { storageError } from '../files/storage-error'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { manifestName, type BackedUpFile } from './backup-manifest'
import { backupName } from './backup-store'
import { notebookFiles } from './notebook-files'
import { verifyBackup } from './verify-backup'
import { writeZip } from './zip-writer'

/**
 * Makes a backup of a notebook in `folder`. It gets its name when it is complete, safe on disk, and was read again:
 * until then, and when anything fails, there is none.
 *
 * @throws AppError `backup/damaged` when what was written can't be read again, `backup/stopped`, `storage/…`.
 */
export async function makeBackup(
  { files, streams, now }: Pick<BackendPorts, 'files' | 'streams' | 'now'>,
  notebook: OpenNotebook,
  folder: string,
  signal: AbortSignal,
): Promise<Backup> {
  const at = now()
  const path = join(folder, backupName(at))
  const temporary = join(folder, `.${backupName(at)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await makeFolderDurably(files, folder)
    const made = await writeZip(streams.writeNew(temporary), contentOf(notebook, streams, at), signal)
    await verifyBackup(temporary, made, signal)
    await files.rename(temporary, path)
    await files.syncFolder(dirname(path))
    return { path, at, bytes: (await files.info(path))?.size ?? 0 }
  } catch (error) {
    await files.remove(temporary).catch(() => undefined)
    throw signal.aborted ? new AppError('backup/stopped', { path }, error) : storageError(error, path)
  }
}

function contentOf({ files, info }: OpenNotebook, streams: BackendPorts['streams'], at: number) {
  return {
    list: async () =>
      (await notebookFiles(files, info.path)).map(({ path, modifiedAt }) => ({
        path,
        modifiedAt,
        open: () => streams.read(join(info.path, path)),
      })),
    lastPath: manifestName,
    lastText: (made: readonly BackedUpFile[]) =>
      JSON.stringify({
        format: 1,
        notebook: { id: info.id, title: info.title },
        createdAt: new Date(at).toISOString(),
        files: made,
      }),
  }
}
