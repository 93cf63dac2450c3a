const fewestSlots = 64
const fewestUnits = 512

/**
 * Numbers for pieces of text: each has its own, from 0 on. A table of hashes over the pieces' UTF-16 units, which it keeps in
 * one array, so that a piece is found without being cut out of its text; that is done for every word of every note.
 */
export class PieceTable {
  /** Open addressing, two numbers a slot: one more than the number of an entry, or 0, and its hash. */
  #slots = new Int32Array(2 * fewestSlots)
  #mask = fewestSlots - 1
  #units = new Uint16Array(fewestUnits)
  /** Where the units of each entry end; those of the next one begin there. */
  #ends = new Uint32Array(fewestSlots)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of the piece of `units` from `start` up to `end`, whose `hashOf` is `hash`. */
  numberOf(units: Uint16Array, { start, end, hash }: { start: number; end: number; hash: number }): number {
    const slots = this.#slots
    const mask = this.#mask
    let slot = hash & mask
    for (let entry = slots[2 * slot]!; entry !== 0; entry = slots[2 * slot]!) {
      if (slots[2 * slot + 1] === hash && this.#isPiece(entry - 1, units, start, end)) return entry - 1
      slot = (slot + 1) & mask
    }
    return this.#add(units.subarray(start, end), hash, slot)
  }

  clear(): void {
    this.#slots = new Int32Array(2 * fewestSlots)
    this.#mask = fewestSlots - 1
    this.#units = new Uint16Array(fewestUnits)
    this.#ends = new Uint32Array(fewestSlots)
    this.#size = 0
  }

  #isPiece(entry: number, units: Uint16Array, start: number, end: number): boolean {
    const known = this.#units
    const from = entry === 0 ? 0 : this.#ends[entry - 1]!
    const length = end - start
    if (this.#ends[entry]! - from !== length) return false
    for (let at = 0; at < length; at += 1) if (known[from + at] !== units[start + at]) return false
    return true
  }

  #add(piece: Uint16Array, hash: number, slot: number): number {
    const number = this.#size
    const start = number === 0 ? 0 : this.#ends[number - 1]!
    const end = start + piece.length
    if (end > this.#units.length) this.#units = grown(this.#units, new Uint16Array(end * 2))
    this.#units.set(piece, start)
    this.#ends[number] = end
    this.#size += 1
    this.#slots[2 * slot] = this.#size
    this.#slots[2 * slot + 1] = hash
    if (this.#size * 2 > this.#mask) this.#grow()
    return number
  }

  #grow(): void {
    const from = this.#slots
    const slots = new Int32Array(from.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let old = 0; old < from.length; old += 2) {
      if (from[old] === 0) continue
      let slot = from[old + 1]! & this.#mask
      while (slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask
      slots[2 * slot] = from[old]!
      slots[2 * slot + 1] = from[old + 1]!
    }
    this.#slots = slots
    this.#ends = grown(this.#ends, new Uint32Array(this.#mask + 1))
  }
}

function grown<List extends Uint16Array | Uint32Array>(from: List, to: List): List {
  to.set(from)
  return to
}
