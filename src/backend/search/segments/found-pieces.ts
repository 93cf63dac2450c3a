import { growBuffer } from './grow-buffer'

/** Some pieces of one text: where each lies in its UTF-16 units, its `hashOf`, and its number once it is known. */
export class FoundPieces {
  length = 0
  starts = new Uint32Array(256)
  ends = new Uint32Array(256)
  hashes = new Int32Array(256)
  numbers = new Uint32Array(256)

  add(start: number, end: number, hash: number): void {
    const at = this.length
    if (at === this.starts.length) this.#grow()
    this.starts[at] = start
    this.ends[at] = end
    this.hashes[at] = hash
    this.length += 1
  }

  #grow(): void {
    const bytes = 2 * this.starts.byteLength
    this.starts = new Uint32Array(growBuffer(this.starts.buffer, bytes))
    this.ends = new Uint32Array(growBuffer(this.ends.buffer, bytes))
    this.hashes = new Int32Array(growBuffer(this.hashes.buffer, bytes))
    this.numbers = new Uint32Array(growBuffer(this.numbers.buffer, bytes))
  }
}
