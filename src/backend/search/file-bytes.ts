import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from './segments/byte-source'

/** So much is in memory at once when all of a file is read. */
const bytesPerPart = 1 << 20

/** The bytes of an open file, read where they are asked for. */
export class FileBytes implements ByteSource {
  readonly length: number
  readonly #file: number

  private constructor(file: number) {
    this.#file = file
    this.length = fstatSync(file).size
  }

  /** @returns undefined when there is no such file, or it can't be read. */
  static open(path: string): FileBytes | undefined {
    try {
      return new FileBytes(openSync(path, 'r'))
    } catch {
      return undefined
    }
  }

  read(
    start: number,
    end: number,
    room: (length: number) => Uint8Array = length => Buffer.allocUnsafe(length),
  ): Uint8Array {
    const bytes = room(end - start)
    for (let at = 0; at < bytes.length;) {
      const count = readSync(this.#file, bytes, at, bytes.length - at, start + at)
      if (count === 0) throw new RangeError(`the file ends before ${end}`)
      at += count
    }
    return bytes
  }

  *parts(start = 0, end = this.length): Generator<Uint8Array> {
    for (let at = start; at < end; at += bytesPerPart) yield this.read(at, Math.min(end, at + bytesPerPart))
  }

  close(): void {
    closeSync(this.#file)
  }
}
