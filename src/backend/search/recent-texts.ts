/** In UTF-16 units, over all texts. */
const mostKept = 1_000_000

/**
 * Texts that were read for snippets, the last ones: who types a word finds the same documents with each letter, and a look into
 * a file takes as long as to make a snippet.
 */
export class RecentTexts<Document extends object> {
  /** The one that was asked for last is the last. */
  readonly #texts = new Map<Document, string>()
  #length = 0

  /** @param read is called when the text is not there. */
  textOf(document: Document, read: () => string): string {
    const known = this.#texts.get(document)
    const text = known ?? read()
    if (known === undefined) this.#length += text.length
    else this.#texts.delete(document)
    this.#texts.set(document, text)
    for (const [first, { length }] of this.#texts) {
      if (this.#length <= mostKept) break
      this.#texts.delete(first)
      this.#length -= length
    }
    return text
  }
}
