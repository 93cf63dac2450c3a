import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ReadableBytes } from './segments/byte-source'

/** The bytes of an open file, read where they are asked for. */
export class FileBytes implements ReadableBytes {
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

  read(start: number, end: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(end - start)
    for (let at = 0; at < bytes.length;) {
      const count = readSync(this.#file, bytes, at, bytes.length - at, start + at)
      if (count === 0) throw new RangeError(`the file ends before ${end}`)
      at += count
    }
    return bytes
  }

  close(): void {
    closeSync(this.#file)
  }
}
