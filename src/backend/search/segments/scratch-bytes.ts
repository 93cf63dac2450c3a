/** So much is kept for the next time. */
const mostKept = 1 << 23

/**
 * Room for bytes that are needed for a moment and are read again and again: the first touch of a page of new memory costs more than
 * what is done with its bytes.
 */
export class ScratchBytes {
  #bytes = new Uint8Array(1 << 16)
  #used = 0
  #wanted = 0

  /** What was taken before may be written over from now on. */
  reset(): void {
    if (this.#wanted > this.#bytes.length) this.#bytes = new Uint8Array(Math.min(2 * this.#wanted, mostKept))
    this.#used = 0
    this.#wanted = 0
  }

  /** Room for `length` bytes, which have any value. It is good until the next `reset`. */
  readonly take = (length: number): Uint8Array => {
    this.#wanted += length
    if (this.#used + length > this.#bytes.length) return new Uint8Array(length)
    this.#used += length
    return this.#bytes.subarray(this.#used - length, this.#used)
  }
}
