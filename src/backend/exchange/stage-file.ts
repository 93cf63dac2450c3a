import { randomBytes } from 'node:crypto'
import type { Writable } from 'node:stream'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { AppError, isAppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import type { BackendPorts } from '../ports'

/**
 * Makes or replaces the file at `path` all at once, piece by piece: it is written under a temporary name beside it, forced to
 * disk, and then renamed. `finish` may look at what is written; it says when to rename. When anything fails the old file is as
 * it was.
 *
 * @returns what `finish` gives.
 * @throws AppError `storage/…`, and whatever `pieces` and `finish` throw.
 */
export async function stageFile<T>(
  { files, streams }: Pick<BackendPorts, 'files' | 'streams'>,
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  finish: (staged: string, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const temporary = temporaryBeside(path)
  try {
    const size = await writePieces(streams, temporary, pieces)
    const commit = (): Promise<void> =>
      withStorageErrors(path, async () => {
        if ((await files.info(temporary))?.size !== size)
          throw new AppError('storage/failed', { path, systemCode: 'short write' })
        await replaceWith(files, temporary, path)
      })
    return await finish(temporary, commit)
  } catch (error) {
    await files.remove(temporary).catch(() => undefined)
    // Who reads the error knows nothing of the temporary file.
    if (isAppError(error) && error.data['path'] === temporary)
      throw new AppError(error.code, { ...error.data, path }, error)
    throw error
  }
}

/** When it throws, the file at `path` is as it was. An old one is copied before, since it may be too large for memory. */
async function replaceWith(files: FilePort, temporary: string, path: string): Promise<void> {
  const old = (await files.info(path)) === undefined ? undefined : temporaryBeside(path)
  try {
    if (old !== undefined) await files.copyNew(path, old)
    await (old === undefined ? files.renameNew(temporary, path) : files.rename(temporary, path))
    await files.syncFolder(dirname(path)).catch(async (error: unknown) => {
      await (old === undefined ? files.remove(path) : files.rename(old, path)).catch(() => undefined)
      throw error
    })
  } finally {
    if (old !== undefined) await files.remove(old).catch(() => undefined)
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
}

/** Returns the number of bytes. */
async function writePieces(
  streams: BackendPorts['streams'],
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<number> {
  const stream = streams.writeNew(path)
  const end = withStorageErrors(path, () => finished(stream))
  end.catch(() => undefined)
  let size = 0
  try {
    for await (const piece of pieces) {
      size += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.byteLength
      if (!stream.write(piece)) await Promise.race([drained(stream), end])
    }
    stream.end()
    await end
  } catch (error) {
    stream.destroy()
    await end.catch(() => undefined)
    throw error
  }
  return size
}

async function drained(stream: Writable): Promise<void> {
  await new Promise<void>(resolve => stream.once('drain', resolve))
}
