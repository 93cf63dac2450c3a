import { growBuffer } from './grow-buffer'

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

  writeBytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written, in a buffer of its own. Nothing can be written any more. */
  finish(): Uint8Array {
    return new Uint8Array(growBuffer(this.#bytes.buffer, this.#length))
  }

  #grow(by: number): void {
    const length = Math.max(this.#bytes.length * 2, this.#length + by)
    this.#bytes = new Uint8Array(growBuffer(this.#bytes.buffer, length))
  }
}
