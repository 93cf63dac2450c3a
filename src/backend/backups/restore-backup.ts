import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { MadePaths } from '../files/made-paths'
import { storageError } from '../files/storage-error'
import type { BackendPorts } from '../ports'
import { HashStream } from './hash-stream'
import { damaged, readBackup } from './zip-reader'

/**
 * Puts the files of a backup into `folder`, which is new or empty. They are written beside it and take its name when
 * all are there and each is what was backed up. Returns how many they are.
 *
 * @throws AppError `notebook/folder-not-empty`, `notebook/not-a-folder`, `backup/damaged`, `backup/unsafe`, `storage/…`.
 */
export async function restoreBackup(
  { files, streams }: Pick<BackendPorts, 'files' | 'streams'>,
  path: string,
  folder: string,
): Promise<number> {
  const made = new MadePaths(files)
  try {
    await assertFree(files, folder)
    const temporary = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`)
    await made.makeFolder(temporary)
    const count = await readBackup(path, async (manifest, entries) => {
      const hashes = new Map(manifest.files.map(file => [file.path, file.sha256]))
      for (const entry of entries) {
        const target = join(temporary, ...entry.path.split('/'))
        await made.makeFolder(dirname(target))
        made.addFile(target)
        const hash = new HashStream()
        await pipeline(await entry.open(), hash, streams.writeNew(target))
        if (hash.result().sha256 !== hashes.get(entry.path)) throw damaged(path, entry.path)
      }
      return entries.length
    })
    if ((await files.info(folder)) !== undefined) await files.removeEmptyFolder(folder)
    await files.rename(temporary, folder)
    await files.syncFolder(dirname(folder))
    return count
  } catch (error) {
    await made.takeBack()
    throw storageError(error, folder)
  }
}

async function assertFree(files: FilePort, folder: string): Promise<void> {
  const info = await files.info(folder)
  if (info === undefined) return
  if (info.kind !== 'folder') throw new AppError('notebook/not-a-folder', { path: folder })
  if ((await files.list(folder)).length > 0) throw new AppError('notebook/folder-not-empty', { path: folder })
}
