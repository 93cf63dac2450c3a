import type { Readable, Writable } from 'node:stream'

/** Files of any size, as streams. Opening them, and the streams, fail with Node's system errors. Paths are absolute. */
export interface FileStreamPort {
  /** Resolves when the file is open. */
  read(path: string): Promise<Readable>
  /** A new file; an existing one is an error. What was written is forced to disk before the stream closes. */
  writeNew(path: string): Writable
}
