import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { StagedFolder } from './staged-folder'

/**
 * Makes the folder `path`, which is new or empty, all at once: it is filled under a temporary name beside it and then renamed.
 * When anything fails there is nothing of it.
 *
 * @throws AppError `storage/…`, and whatever `fill` throws.
 */
export async function stageFolder<T>(
  files: FilePort,
  path: string,
  fill: (folder: StagedFolder) => Promise<T>,
): Promise<T> {
  const staging = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
  const folder = new StagedFolder(files, staging)
  try {
    await withStorageErrors(staging, () => files.makeFolder(staging))
    const result = await fill(folder)
    await folder.settle()
    await withStorageErrors(path, () => putInPlace(files, staging, path))
    return result
  } catch (error) {
    await folder.settle().catch(() => undefined)
    await removeTree(files, staging).catch(() => undefined)
    throw error
  }
}

/** When it throws, `path` is as it was: not there, or an empty folder. */
async function putInPlace(files: FilePort, staging: string, path: string): Promise<void> {
  const wasThere = (await files.info(path)) !== undefined
  if (wasThere) await files.removeEmptyFolder(path)
  try {
    await files.rename(staging, path)
    await files.syncFolder(dirname(path)).catch(async (error: unknown) => {
      await files.rename(path, staging)
      throw error
    })
  } catch (error) {
    if (wasThere) await files.makeFolder(path).catch(() => undefined)
    throw error
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
