import type { FoundPieces } from './found-pieces'
import { freeBuffer, growBuffer } from './grow-buffer'
import { hashOf } from './hash-units'
import type { UnitSpans } from './sorted-order'

const fewestSlots = 64
const fewestUnits = 512

/** Before a piece's units lie the upper half of its hash, then its number and its length, each the lower half first. */
const headUnits = 5

/**
 * Numbers for pieces of text: each has its own, from 0 on. A table of hashes over the pieces' UTF-16 units, which it keeps in
 * one array, so that a piece is found without being cut out of its text and few places of memory are looked at; that is done
 * for every word of every note.
 */
export class PieceTable {
  /** Open addressing: one more than where a piece's head lies in `#units`, or 0. Its length is a power of two. */
  #slots = new Uint32Array(fewestSlots)
  #units = new Uint16Array(fewestUnits)
  #used = 0
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of the piece of `units` from `start` up to `end`, whose `hashOf` is `hash`. */
  numberOf(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const known = this.#units
    const mask = slots.length - 1
    let slot = hash & mask
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (known[entry - 1] === hash >>> 16) {
        const number = this.#numberAt(entry, units, start, end)
        if (number >= 0) return number
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = this.#used + 1
    this.#add(units, start, end, hash)
    return this.#size - 1
  }

  /**
   * Numbers pieces of one text, in their order. What is not in the processor's caches is asked for in loops that do nothing else:
   * a look at memory does not wait there for the one before.
   */
  numberAll(units: Uint16Array, found: FoundPieces): void {
    const { length, starts, ends, hashes, numbers } = found
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = 0; at < length; at += 1) numbers[at] = slots[hashes[at]! & mask]!
    const known = this.#units
    for (let at = 0; at < length; at += 1) {
      const entry = numbers[at]!
      if (entry !== 0 && known[entry - 1] !== hashes[at]! >>> 16) numbers[at] = 0
    }
    for (let at = 0; at < length; at += 1) {
      const [entry, start, end] = [numbers[at]!, starts[at]!, ends[at]!]
      const number = entry === 0 ? -1 : this.#numberAt(entry, units, start, end)
      numbers[at] = number >= 0 ? number : this.numberOf(units, start, end, hashes[at]!)
    }
  }

  /** The number of the piece whose entry this is, when it has these units; -1 when it has others. */
  #numberAt(entry: number, units: Uint16Array, start: number, end: number): number {
    const known = this.#units
    const length = end - start
    if (known[entry + 2]! + known[entry + 3]! * 0x10000 !== length) return -1
    const from = entry - 1 + headUnits
    for (let at = 0; at < length; at += 1) if (known[from + at] !== units[start + at]) return -1
    return known[entry]! + known[entry + 1]! * 0x10000
  }

  /** All pieces, in the order of their numbers; as long as nothing is added. */
  spans(): UnitSpans {
    const starts = new Uint32Array(this.#size)
    const ends = new Uint32Array(this.#size)
    let piece = 0
    this.#visit((start, end) => {
      starts[piece] = start
      ends[piece++] = end
    })
    return { units: this.#units, starts, ends }
  }

  clear(): void {
    freeBuffer(this.#units.buffer)
    this.#slots = new Uint32Array(fewestSlots)
    this.#units = new Uint16Array(fewestUnits)
    this.#used = 0
    this.#size = 0
  }

  #add(units: Uint16Array, start: number, end: number, hash: number): void {
    const head = this.#used
    this.#used += headUnits + end - start
    if (this.#used > this.#units.length) {
      this.#units = new Uint16Array(growBuffer(this.#units.buffer, 2 * this.#used * 4))
    }
    this.#units[head] = hash >>> 16
    this.#units[head + 1] = this.#size
    this.#units[head + 2] = this.#size >>> 16
    this.#units[head + 3] = end - start
    this.#units[head + 4] = (end - start) >>> 16
    let to = head + headUnits
    for (let at = start; at < end; at += 1) this.#units[to++] = units[at]!
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#grow()
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    this.#visit((start, end) => {
      let slot = hashOf(this.#units, start, end) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = start - headUnits + 1
    })
    this.#slots = slots
  }

  #visit(visit: (start: number, end: number) => void): void {
    for (let at = 0; at < this.#used;) {
      const start = at + headUnits
      at = start + this.#units[at + 3]! + this.#units[at + 4]! * 0x10000
      visit(start, at)
    }
  }
}
