const fewestSlots = 64
const fewestUnits = 512

/**
 * What was made of pieces of text, by piece: each is made once. A table of hashes over the pieces' UTF-16 units, which it
 * keeps in one array, so that a piece is found without being cut out of its text; that is done for every word of every note.
 */
export class PieceTable<Value> {
  /** Open addressing, two numbers a slot: one more than the number of an entry, or 0, and its hash. */
  #slots = new Int32Array(2 * fewestSlots)
  #mask = fewestSlots - 1
  #units = new Uint16Array(fewestUnits)
  /** Where the units of each entry end; those of the next one begin there. */
  #ends = new Uint32Array(fewestSlots)
  #values: Value[] = []
  readonly #make: (piece: string) => Value

  constructor(make: (piece: string) => Value) {
    this.#make = make
  }

  get size(): number {
    return this.#values.length
  }

  /** What was made of the piece of `units` from `start` up to `end`, whose `hashOf` is `hash`. */
  get(units: Uint16Array, { start, end, hash }: { start: number; end: number; hash: number }): Value {
    const slots = this.#slots
    let slot = hash & this.#mask
    for (let entry = slots[2 * slot]!; entry !== 0; entry = slots[2 * slot]!) {
      if (slots[2 * slot + 1] === hash && this.#isPiece(entry - 1, units, start, end)) {
        return this.#values[entry - 1]!
      }
      slot = (slot + 1) & this.#mask
    }
    return this.#add(units.subarray(start, end), hash, slot)
  }

  clear(): void {
    this.#slots = new Int32Array(2 * fewestSlots)
    this.#mask = fewestSlots - 1
    this.#units = new Uint16Array(fewestUnits)
    this.#ends = new Uint32Array(fewestSlots)
    this.#values = []
  }

  #isPiece(entry: number, units: Uint16Array, start: number, end: number): boolean {
    const from = entry === 0 ? 0 : this.#ends[entry - 1]!
    const length = end - start
    if (this.#ends[entry]! - from !== length) return false
    for (let at = 0; at < length; at += 1) if (this.#units[from + at] !== units[start + at]) return false
    return true
  }

  #add(piece: Uint16Array, hash: number, slot: number): Value {
    const value = this.#make(textOf(piece))
    const start = this.size === 0 ? 0 : this.#ends[this.size - 1]!
    const end = start + piece.length
    if (end > this.#units.length) this.#units = grown(this.#units, new Uint16Array(end * 2))
    this.#units.set(piece, start)
    this.#ends[this.size] = end
    this.#values.push(value)
    this.#slots[2 * slot] = this.size
    this.#slots[2 * slot + 1] = hash
    if (this.size * 2 > this.#mask) this.#grow()
    return value
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

/** A string of its own: a slice would keep the whole text that it was cut from. */
function textOf({ buffer, byteOffset, byteLength }: Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le')
}

function grown<List extends Uint16Array | Uint32Array>(from: List, to: List): List {
  to.set(from)
  return to
}
