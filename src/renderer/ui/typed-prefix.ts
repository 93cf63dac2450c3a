/** Longer apart, letters begin another word, in milliseconds. */
const longestPauseMs = 500

/** What is typed in a tree to find a line by, as WAI-ARIA has it: letters that follow each other quickly belong together. */
export class TypedPrefix {
  #text = ''
  #typedAtMs = -Infinity

  /** What is typed with this key; empty for a space that begins it, which finds nothing. `timeStamp` is in milliseconds. */
  add({ key, timeStamp }: { readonly key: string; readonly timeStamp: number }): string {
    const isLate = timeStamp - this.#typedAtMs > longestPauseMs
    this.#text = (isLate ? '' : this.#text) + key.toLowerCase()
    this.#typedAtMs = timeStamp
    if (this.#text === ' ') this.#text = ''
    return this.#text
  }
}
