import { randomBytes } from 'node:crypto'
import type { Writable } from 'node:stream'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { AppError } from '../../shared/contract/app-error'
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
  const name = `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`
  const temporary = join(dirname(path), name)
  try {
    const size = await writePieces(streams, temporary, pieces)
    const commit = (): Promise<void> =>
      withStorageErrors(path, async () => {
        if ((await files.info(temporary))?.size !== size)
          throw new AppError('storage/failed', { path, systemCode: 'short write' })
        await files.rename(temporary, path)
        await files.syncFolder(dirname(path))
      })
    return await finish(temporary, commit)
  } catch (error) {
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
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
