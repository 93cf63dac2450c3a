import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FilePort } from '../files/file-port'
import { storageError, withStorageErrors } from '../files/storage-error'

/**
 * Makes the folder `path`, which is new or empty, all at once: it is filled under a temporary name beside it and then renamed.
 * When anything fails there is nothing of it.
 *
 * @throws AppError `storage/…`, and whatever `fill` throws.
 */
export async function stageFolder<T>(
  files: FilePort,
  path: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const staging = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await withStorageErrors(staging, () => files.makeFolder(staging))
    const result = await fill(staging)
    await withStorageErrors(path, async () => {
      if ((await files.info(path)) !== undefined) await files.removeEmptyFolder(path)
      await files.rename(staging, path)
      await files.syncFolder(dirname(path))
    })
    return result
  } catch (error) {
    await removeTree(files, staging).catch(() => undefined)
    throw error
  }
}

/** A new file in a folder that is being filled; folders above it are made. @throws AppError `storage/…`. */
export async function writeStaged(files: FilePort, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await files.makeFolder(dirname(path))
    await files.writeNew(path, bytes)
  } catch (error) {
    throw storageError(error, path)
  }
}

/** Removes a folder with all that is in it. @throws Node's system errors. */
export async function removeTree(files: FilePort, folder: string): Promise<void> {
  for (const { name, kind } of await files.list(folder)) {
    if (kind === 'folder') await removeTree(files, join(folder, name))
    else await files.remove(join(folder, name))
  }
  await files.removeEmptyFolder(folder)
}
