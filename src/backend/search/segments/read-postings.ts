import { fieldBits, type Segment } from './segment'

/**
 * A reader over varints. It is one object that is moved along, because decoding is the inner loop of every query. Behind
 * the last byte all numbers end, so that not even damaged bytes can hold it up.
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
      value |= (byte & 0x7f) << shift
      if (!(byte >= 0x80)) return value >>> 0
    }
  }

  skip(count: number): void {
    const { length } = this.#bytes
    for (let left = count; left > 0 && this.at < length; this.at += 1)
      if (this.#bytes[this.at]! < 0x80) left -= 1
  }
}

/** Goes along the postings of a term. */
export class PostingCursor {
  /** The number of the document, then in `fieldBits` that of the field. */
  key = 0
  occurrences = 0
  /** How many of them are in asides. */
  asides = 0
  readonly #reader: VarintReader
  readonly #fieldMask: number
  #left = 0

  constructor(segment: Segment, fieldCount: number, term?: number) {
    this.#reader = new VarintReader(segment.postings)
    this.#fieldMask = (1 << fieldBits(fieldCount)) - 1
    if (term !== undefined) this.start(segment, term)
  }

  /** Begins with a term of the segment. */
  start({ postingStarts, postingCounts }: Segment, term: number): void {
    this.#reader.at = postingStarts[term]!
    this.#left = postingCounts[term]!
    this.key = 0
  }

  /** Goes on to the next posting. @returns false when there is none. */
  next(): boolean {
    if (this.#left === 0) return false
    this.#left -= 1
    const value = this.#reader.next()
    this.key = ((this.key & ~this.#fieldMask) + (value >>> 1)) >>> 0
    this.occurrences = 1
    this.asides = 0
    if ((value & 1) === 1) return true
    const count = this.#reader.next()
    this.occurrences = count >>> 1
    if ((count & 1) === 1) this.asides = this.#reader.next()
    return true
  }
}
