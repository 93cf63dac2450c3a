import { growBuffer } from './grow-buffer'

const largeBytes = 1 << 20
/** From so many bytes on a view is cheaper than a loop. */
const longestLoop = 48

/** Bytes that grow at their end; numbers are written as varints (LEB128: seven bits a byte, lowest first). */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>
  #length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** `value` is a whole number from 0 to 2 ** 32 - 1. */
  writeVarint(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** Those of `bytes` from `start` up to `end`. */
  writeBytes(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    if (length > longestLoop) this.#bytes.set(bytes.subarray(start, end), this.#length)
    else for (let at = 0; at < length; at += 1) this.#bytes[this.#length + at] = bytes[start + at]!
    this.#length += length
  }

  /** What was written, in a buffer of its own, which may go on behind it. Nothing can be written any more. */
  finish(): Uint8Array {
    // What of a large buffer was never touched takes no memory, a copy would.
    if (this.#length > largeBytes) return this.#bytes.subarray(0, this.#length)
    return new Uint8Array(growBuffer(this.#bytes.buffer, this.#length))
  }

  #grow(by: number): void {
    const length = Math.max(this.#bytes.length * 2, this.#length + by)
    this.#bytes = new Uint8Array(growBuffer(this.#bytes.buffer, length))
  }
}
