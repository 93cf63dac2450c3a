const fewestSlots = 64

/**
 * What was made of pieces of text, by piece: each is made once. A table of hashes over the pieces' UTF-16 units (FNV-1a),
 * so that a piece is found without being cut out of its text; that is done for every word of every note.
 */
export class PieceTable<Value> {
  /** Open addressing: one more than the number of an entry, or 0. Its length is a power of two. */
  #slots = new Int32Array(fewestSlots)
  #hashes = new Int32Array(fewestSlots)
  #pieces: string[] = []
  #values: Value[] = []
  readonly #make: (piece: string) => Value

  constructor(make: (piece: string) => Value) {
    this.#make = make
  }

  get size(): number {
    return this.#pieces.length
  }

  /** What was made of the piece of `text` from `start` up to `end`. */
  get(text: string, start: number, end: number): Value {
    const hash = hashOf(text, start, end)
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === hash) {
        const piece = this.#pieces[entry - 1]!
        if (piece.length === end - start && text.startsWith(piece, start)) return this.#values[entry - 1]!
      }
      slot = (slot + 1) & mask
    }
    return this.#add(text.slice(start, end), hash, slot)
  }

  clear(): void {
    this.#slots = new Int32Array(fewestSlots)
    this.#hashes = new Int32Array(fewestSlots)
    this.#pieces = []
    this.#values = []
  }

  #add(piece: string, hash: number, slot: number): Value {
    const value = this.#make(piece)
    this.#slots[slot] = this.#pieces.push(piece)
    this.#values.push(value)
    this.#hashes[this.#pieces.length - 1] = hash
    if (this.#pieces.length * 2 > this.#slots.length) this.#grow()
    return value
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const hashes = new Int32Array(slots.length)
    hashes.set(this.#hashes)
    const mask = slots.length - 1
    for (let entry = 1; entry <= this.#pieces.length; entry += 1) {
      let slot = hashes[entry - 1]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = entry
    }
    this.#slots = slots
    this.#hashes = hashes
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
