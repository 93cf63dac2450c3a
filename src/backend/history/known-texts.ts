/** So many characters of texts are held; those that were of use longest ago go first. */
const mostCharacters = 16_000_000

export interface KnownText {
  readonly text: string
  /** Of the file's bytes. */
  readonly hash: string
}

/** Undefined for a file that can't be shown as text. */
export function knownText(file: {
  readonly text: string | undefined
  readonly hash: string
}): KnownText | undefined {
  return file.text === undefined ? undefined : { text: file.text, hash: file.hash }
}

/** What notes held when they were last read or written here. A change by another program leaves it nowhere else. */
export class KnownTexts {
  readonly #texts = new Map<string, KnownText>()
  #characters = 0

  get(path: string): KnownText | undefined {
    return this.#texts.get(path)
  }

  set(path: string, known: KnownText): void {
    this.delete(path)
    this.#texts.set(path, known)
    this.#characters += known.text.length
    for (const oldest of this.#texts.keys()) {
      if (this.#characters <= mostCharacters) break
      this.delete(oldest)
    }
  }

  delete(path: string): void {
    this.#characters -= this.#texts.get(path)?.text.length ?? 0
    this.#texts.delete(path)
  }

  move(from: string, to: string): void {
    const known = this.get(from)
    this.delete(from)
    if (known !== undefined) this.set(to, known)
  }
}
