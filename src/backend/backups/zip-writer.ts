import { pipeline } from 'node:stream/promises'
import type { Readable, Writable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BackedUpFile } from './backup-manifest'
import { HashStream } from './hash-stream'

/** Names of files that are compressed in themselves. */
const compressed =
  /\.(?:png|jpe?g|gif|webp|avif|heic|mp[34]|m4a|mov|webm|ogg|pdf|zip|gz|z|7z|docx|pptx|xlsx)$/i

export interface ZipSource {
  /** With forward slashes. */
  readonly path: string
  /** Epoch milliseconds. */
  readonly modifiedAt: number
  readonly open: () => Promise<Readable>
}

export interface ZipContent {
  /** Is asked again for what has come while the others were read, such as a file that got another name. */
  readonly list: () => Promise<readonly ZipSource[]>
  /** The entry that describes the others. */
  readonly lastPath: string
  readonly lastText: (files: readonly BackedUpFile[]) => string
}

const mostRounds = 4

/**
 * Writes files into a zip, one after the other, so that no more than pieces of one are in memory. A file that is gone
 * when its turn comes is left out. Returns what was read of each.
 */
export async function writeZip(
  target: Writable,
  { list, lastPath, lastText }: ZipContent,
  signal: AbortSignal,
): Promise<BackedUpFile[]> {
  const zip = new ZipFile()
  // Whatever fails, every stream is closed.
  const end = new AbortController()
  const ending = AbortSignal.any([signal, end.signal])
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject))
  const written = pipeline(zip.outputStream, target, { signal: ending })
  // Both are waited for below; until then a failure of theirs is no unhandled one.
  for (const each of [failed, written]) each.catch(() => undefined)
  const files = new Map<string, BackedUpFile>()
  try {
    for (let round = 0; round < mostRounds; round += 1) {
      const sources = (await list()).filter(({ path }) => !files.has(path))
      if (sources.length === 0) break
      for (const source of sources) {
        signal.throwIfAborted()
        const file = await Promise.race([addFile(zip, source, ending), failed, written.then(endedEarly)])
        if (file !== undefined) files.set(file.path, file)
      }
    }
    zip.addBuffer(Buffer.from(lastText([...files.values()])), lastPath)
    zip.end()
    await Promise.race([written, failed])
  } catch (error) {
    end.abort()
    await written.catch(() => undefined)
    throw error
  }
  return [...files.values()]
}

async function addFile(
  zip: ZipFile,
  { path, modifiedAt, open }: ZipSource,
  signal: AbortSignal,
): Promise<BackedUpFile | undefined> {
  const source = await open().catch(undefinedIfGone)
  if (source === undefined) return undefined
  const hash = new HashStream()
  const isCompressed = compressed.test(path)
  zip.addReadStream(hash, path, { mtime: new Date(modifiedAt), mode: 0o100644, compress: !isCompressed })
  await pipeline(source, hash, { signal })
  return { path, ...hash.result() }
}

function undefinedIfGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

function endedEarly(): never {
  throw new Error('the file ended before the archive')
}
