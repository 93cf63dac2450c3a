import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from './file-port'
import { withStorageErrors } from './storage-error'

/**
 * Replaces the file at `path`, or makes it: temporary file in the same folder, forced to disk, renamed over
 * the old one, folder forced to disk, size read back. When it resolves the bytes are safe; when it throws the
 * old file is as it was and no temporary file is left.
 */
export async function writeDurably(files: FilePort, path: string, bytes: Uint8Array): Promise<void> {
  await withStorageErrors(path, async () => {
    const old = (await files.info(path))?.kind === 'file' ? await files.read(path) : undefined
    await replaceFile(files, path, bytes)
    try {
      await confirm(files, path, bytes.byteLength)
    } catch (error) {
      await (old === undefined ? files.remove(path) : replaceFile(files, path, old)).catch(() => undefined)
      throw error
    }
  })
}

async function replaceFile(files: FilePort, path: string, bytes: Uint8Array): Promise<void> {
  const random = randomBytes(6).toString('hex')
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${random}.tmp`)
  try {
    await files.writeNew(temporary, bytes)
    await files.rename(temporary, path)
  } catch (error) {
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
}

async function confirm(files: FilePort, path: string, size: number): Promise<void> {
  await files.syncFolder(dirname(path))
  const written = await files.info(path)
  if (written?.size !== size) throw new AppError('storage/failed', { path, systemCode: 'short write' })
}

/** Whether `name` is that of a temporary file of `writeDurably`. */
export function isTemporaryName(name: string): boolean {
  return /^\..*\.[0-9a-f]{12}\.tmp$/.test(name)
}
