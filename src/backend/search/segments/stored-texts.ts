import { bytesInPieces } from './byte-source'
import { NumberList } from './number-list'
import type { Segment } from './segment'

const beyondLatin1 = /[^\0-\xff]/

/** Sizes of the buffers that texts lie in, in bytes: the first is as large as the first text. */
const smallestNext = 1 << 16
const largest = 1 << 22

/** Texts as a segment has them, one behind the other in a few buffers. No text lies in two of them. */
export class StoredTexts {
  #full: Uint8Array[] = []
  #buffer = Buffer.alloc(0)
  #used = 0
  /** Where each text ends. */
  #ends = new NumberList()
  #isWide: number[] = []
  #length = 0

  /** How much memory they take, in bytes. */
  get bytes(): number {
    return this.#length
  }

  add(text: string): void {
    const isWide = beyondLatin1.test(text)
    const length = isWide ? 2 * text.length : text.length
    if (this.#used + length > this.#buffer.length) this.#startBuffer(length)
    this.#used += this.#buffer.write(text, this.#used, isWide ? 'utf16le' : 'latin1')
    this.#length += length
    this.#ends.push(this.#length)
    this.#isWide.push(isWide ? 1 : 0)
  }

  /** All texts; there are none afterwards. */
  take(): Pick<Segment, 'texts' | 'textStarts' | 'isWide'> {
    const textStarts = new Uint32Array(this.#ends.length + 1)
    textStarts.set(this.#ends.view(), 1)
    const pieces = [...this.#full, this.#buffer.subarray(0, this.#used)]
    const taken = { texts: bytesInPieces(pieces), textStarts, isWide: Uint8Array.from(this.#isWide) }
    this.#full = []
    this.#buffer = Buffer.alloc(0)
    this.#used = 0
    this.#ends = new NumberList()
    this.#isWide = []
    this.#length = 0
    return taken
  }

  #startBuffer(least: number): void {
    const size =
      this.#buffer.length === 0 ? 0 : Math.min(largest, Math.max(smallestNext, 2 * this.#buffer.length))
    if (this.#used > 0) this.#full.push(this.#buffer.subarray(0, this.#used))
    // Not of Node's pool: it is to be transferred to another thread.
    this.#buffer = Buffer.alloc(Math.max(least, size))
    this.#used = 0
  }
}
