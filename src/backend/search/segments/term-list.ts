import { NumberList } from './number-list'
import type { UnitSpans } from './sorted-order'

/** A list that has a unit above this takes two bytes for each. */
const lastLatin1 = 0xff

/**
 * The terms of a segment in the order of their UTF-16 units, as units one behind the other: a string is made of a term only
 * when someone asks for it. A list of a hundred thousand terms is taken up from a file without a look at any of them.
 */
export class TermList {
  readonly length: number
  /** A byte a unit where no term has a sign beyond U+00FF, else UTF-16. */
  readonly units: Uint8Array | Uint16Array
  /** Where each term begins in `units`; one more than there are terms. */
  readonly starts: Uint32Array
  readonly #bytes: Buffer
  readonly #encoding: 'latin1' | 'utf16le'

  constructor(units: Uint8Array | Uint16Array, starts: Uint32Array) {
    this.length = starts.length - 1
    this.units = units
    this.starts = starts
    this.#bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength)
    this.#encoding = units instanceof Uint8Array ? 'latin1' : 'utf16le'
  }

  /** @param order the indexes of the terms, in the order of their units. */
  static of({ units, starts, ends }: UnitSpans, order: Uint32Array): TermList {
    const termStarts = new Uint32Array(order.length + 1)
    let isWide = false
    for (let term = 0; term < order.length; term += 1) {
      const index = order[term]!
      termStarts[term + 1] = termStarts[term]! + ends[index]! - starts[index]!
      for (let at = starts[index]!; at < ends[index]!; at += 1) isWide ||= units[at]! > lastLatin1
    }
    const length = termStarts[order.length]!
    const all = isWide ? new Uint16Array(length) : new Uint8Array(length)
    let to = 0
    for (const index of order)
      for (let at = starts[index]!; at < ends[index]!; at += 1) all[to++] = units[at]!
    return new TermList(all, termStarts)
  }

  /** A term as a string; undefined where there is none. */
  at(index: number): string | undefined {
    if (index < 0 || index >= this.length) return undefined
    const { BYTES_PER_ELEMENT: width } = this.units
    return this.#bytes.toString(this.#encoding, width * this.starts[index]!, width * this.starts[index + 1]!)
  }

  /** Index of the first term that is not below `term`. */
  lowerBound(term: string): number {
    return this.#firstWhere(0, at => this.#compare(at, term, false) >= 0)
  }

  /** Index behind the last term that starts with `prefix`; where the first would be if there is none. */
  prefixEnd(prefix: string): number {
    return this.#firstWhere(this.lowerBound(prefix), at => this.#compare(at, prefix, true) !== 0)
  }

  /** Index of `term`, or -1. */
  indexOf(term: string): number {
    const at = this.lowerBound(term)
    return at < this.length && this.#compare(at, term, false) === 0 ? at : -1
  }

  /** How a term of this list stands to one of another: below 0, 0 or above 0. */
  compareWith(index: number, other: TermList, otherIndex: number): number {
    const units = this.units
    const otherUnits = other.units
    const start = this.starts[index]!
    const otherStart = other.starts[otherIndex]!
    const length = this.starts[index + 1]! - start
    const otherLength = other.starts[otherIndex + 1]! - otherStart
    const shorter = Math.min(length, otherLength)
    for (let at = 0; at < shorter; at += 1) {
      const difference = units[start + at]! - otherUnits[otherStart + at]!
      if (difference !== 0) return difference
    }
    return length - otherLength
  }

  /** How a term stands to `text`, or as much of it as `text` is long: below 0, 0 or above 0. */
  #compare(index: number, text: string, isPrefix: boolean): number {
    const start = this.starts[index]!
    const length = this.starts[index + 1]! - start
    const shorter = Math.min(length, text.length)
    for (let at = 0; at < shorter; at += 1) {
      const difference = this.units[start + at]! - text.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return isPrefix && length > text.length ? 0 : length - text.length
  }

  /** The first index from `from` on that `is` holds for, as for all behind it; the end where there is none. */
  #firstWhere(from: number, is: (index: number) => boolean): number {
    let low = from
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (is(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A list of terms that are taken from other lists, one after the other in their order. */
export class TermListWriter {
  #units: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
  readonly #starts = new NumberList()
  #length = 0

  /** @param lists what is added comes from these. */
  constructor(lists: readonly TermList[]) {
    const size = Math.max(
      64,
      lists.reduce((sum, { units }) => sum + units.length, 0),
    )
    this.#units = lists.some(({ units }) => units instanceof Uint16Array)
      ? new Uint16Array(size)
      : new Uint8Array(size)
    this.#starts.push(0)
  }

  add({ units, starts }: TermList, index: number): void {
    const start = starts[index]!
    const length = starts[index + 1]! - start
    if (this.#length + length > this.#units.length) this.#grow(length)
    for (let at = 0; at < length; at += 1) this.#units[this.#length + at] = units[start + at]!
    this.#length += length
    this.#starts.push(this.#length)
  }

  finish(): TermList {
    return new TermList(this.#units.slice(0, this.#length), this.#starts.view().slice())
  }

  #grow(by: number): void {
    const before = this.#units
    const length = Math.max(2 * before.length, this.#length + by)
    this.#units = before instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
    this.#units.set(before)
  }
}
