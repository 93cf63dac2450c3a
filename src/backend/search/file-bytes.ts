import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from './segments/byte-source'

/** So much is in memory at once when all of a file is read. */
const bytesPerPart = 1 << 20
/** More than so much is read part by part. */
const largeBytes = 1 << 18

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
    const isLarge = bytes.length > largeBytes
    // The system and a process each pay for their first look at a page of new memory: the system looks at known memory only.
    const target = isLarge ? Buffer.allocUnsafe(largeBytes) : bytes
    for (let at = 0; at < bytes.length;) {
      const wanted = Math.min(target.length, bytes.length - at)
      const count = readSync(this.#file, target, isLarge ? 0 : at, wanted, start + at)
      if (count === 0) throw new RangeError(`the file ends before ${end}`)
      if (isLarge) bytes.set(target.subarray(0, count), at)
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
