/**
 * A reader over varints. It is one object that is moved along, because decoding is the inner loop of every query.
 */
export class VarintReader {
  at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  next(): number {
    const bytes = this.#bytes
    let byte = bytes[this.at++]!
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++]!
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }

  skip(count: number): void {
    for (let left = count; left > 0; this.at += 1) if (this.#bytes[this.at]! < 0x80) left -= 1
  }
}
