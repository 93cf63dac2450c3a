import { appendFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const mostTries = 50

/** Edits one note as other programs do. Each edit adds a word of its own at the end. */
export class OtherProgram {
  readonly words: string[] = []
  readonly #path: string
  readonly #prefix: string

  constructor(path: string, prefix: string) {
    this.#path = path
    this.#prefix = prefix
  }

  /** Writes into the file as it is. */
  async append(): Promise<void> {
    await appendFile(this.#path, `\n\n${this.#nextWord()}\n`)
  }

  /** Writes another file and puts it in the place of this one; looks whether it is still the one that it read. */
  async replace(): Promise<void> {
    const next = join(dirname(this.#path), `.other-${this.#prefix}.swp`)
    const word = this.#nextWord()
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const text = await readFile(this.#path, 'utf8')
      await writeFile(next, `${text}\n\n${word}\n`)
      if ((await readFile(this.#path, 'utf8')) === text) return rename(next, this.#path)
    }
    this.words.pop()
    await rm(next)
  }

  async moveAway(): Promise<void> {
    await rename(this.#path, this.#elsewhere)
  }

  /** Unless there is another file of its name by now: that one stays, and so does the one that was moved away. */
  async moveBack(): Promise<void> {
    try {
      await link(this.#elsewhere, this.#path)
    } catch {
      return
    }
    await rm(this.#elsewhere)
  }

  async delete(): Promise<void> {
    this.words.length = 0
    await rm(this.#path)
  }

  get #elsewhere(): string {
    return `${this.#path.replace(/\.md$/, '')} elsewhere.md`
  }

  #nextWord(): string {
    const word = `${this.#prefix}${this.words.length + 1}x`
    this.words.push(word)
    return word
  }
}
