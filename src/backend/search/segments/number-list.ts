import { growBuffer } from './grow-buffer'

/** Whole numbers from 0 to 2 ** 32 - 1 in a typed array that grows at its end. */
export class NumberList {
  #values: Uint32Array<ArrayBuffer>
  #length = 0

  constructor(capacity = 1024) {
    this.#values = new Uint32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): number {
    if (this.#length === this.#values.length) {
      this.#values = new Uint32Array(growBuffer(this.#values.buffer, this.#values.byteLength * 4))
    }
    this.#values[this.#length] = value
    return this.#length++
  }

  at(index: number): number {
    return this.#values[index]!
  }

  /** A view of what was pushed; valid until the next `push`. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }
}
