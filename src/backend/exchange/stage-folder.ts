import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { storageError, withStorageErrors } from '../files/storage-error'
import { StagedFolder } from './staged-folder'

/** What systems say of a folder that something has come into meanwhile. */
const filledCodes: readonly string[] = ['ENOTEMPTY', 'EEXIST']

/**
 * Makes the folder `path`, which is new or empty, all at once: it is filled under a temporary name beside it and then renamed.
 * When anything fails there is nothing of it.
 *
 * @throws AppError `export/folder-not-empty` when something has come into it meanwhile, `storage/…`, and whatever `fill` throws.
 */
export async function stageFolder<T>(
  files: FilePort,
  path: string,
  fill: (folder: StagedFolder) => Promise<T>,
): Promise<T> {
  const staging = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
  const folder = new StagedFolder(files, staging, path)
  try {
    await withStorageErrors(path, () => files.makeFolder(staging))
    const result = await fill(folder)
    await folder.settle()
    await putInPlace(files, staging, path).catch((error: unknown) => {
      const { code = '' } = error as NodeJS.ErrnoException
      throw filledCodes.includes(code)
        ? new AppError('export/folder-not-empty', { path }, error)
        : storageError(error, path)
    })
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

/** Removes a folder with all that is in it; what can't be removed keeps nothing else there. @throws Node's system errors: the first. */
export async function removeTree(files: FilePort, folder: string): Promise<void> {
  const errors: unknown[] = []
  for (const { name, kind } of await files.list(folder)) {
    const path = join(folder, name)
    await (kind === 'folder' ? removeTree(files, path) : files.remove(path)).catch((error: unknown) =>
      errors.push(error),
    )
  }
  if (errors.length > 0) throw errors[0]
  await files.removeEmptyFolder(folder)
}
