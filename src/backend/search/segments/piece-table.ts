import { freeBuffer, growBuffer } from './grow-buffer'
import { hashOf } from './hash-units'

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
    const length = end - start
    let slot = hash & mask
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (known[entry - 1] === hash >>> 16 && known[entry + 2]! + known[entry + 3]! * 0x10000 === length) {
        const from = entry - 1 + headUnits
        let at = 0
        while (at < length && known[from + at] === units[start + at]) at += 1
        if (at === length) return known[entry]! + known[entry + 1]! * 0x10000
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = this.#used + 1
    this.#add(units.subarray(start, end), hash)
    return this.#size - 1
  }

  /** All pieces, in the order of their numbers. */
  pieces(): string[] {
    const bytes = Buffer.from(this.#units.buffer)
    const pieces: string[] = []
    this.#visit((start, end) => pieces.push(bytes.toString('utf16le', 2 * start, 2 * end)))
    return pieces
  }

  clear(): void {
    freeBuffer(this.#units.buffer)
    this.#slots = new Uint32Array(fewestSlots)
    this.#units = new Uint16Array(fewestUnits)
    this.#used = 0
    this.#size = 0
  }

  #add(piece: Uint16Array, hash: number): void {
    const head = this.#used
    this.#used += headUnits + piece.length
    if (this.#used > this.#units.length) {
      this.#units = new Uint16Array(growBuffer(this.#units.buffer, 2 * this.#used * 2))
    }
    this.#units[head] = hash >>> 16
    this.#units[head + 1] = this.#size
    this.#units[head + 2] = this.#size >>> 16
    this.#units[head + 3] = piece.length
    this.#units[head + 4] = piece.length >>> 16
    this.#units.set(piece, head + headUnits)
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
