import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Random } from '../../bench/search/random'

interface Typed {
  readonly token: string
  /** When the page had taken the last of its keys. Milliseconds of `performance.now()`. */
  readonly at: number
}

const longestPauseMs = 60

/** Types one numbered word after another into a page, key by key, for as long as it is let. */
export class Typist {
  typed: readonly Typed[] = []
  readonly #random: Random
  readonly #prefix: string
  #count = 0
  #running: Promise<void> | undefined
  #isStopping = false

  /** Words are `prefix` and a number, which no other text of the notebook has. */
  constructor(prefix: string, random: Random) {
    this.#prefix = prefix
    this.#random = random
  }

  start(page: Page): void {
    this.#isStopping = false
    this.#running = this.#typeOn(page)
  }

  /** Resolves when the word that is being typed is complete, or the page is gone. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#running
  }

  /** Words typed that `text` doesn't have. */
  missingIn(text: string): Typed[] {
    const found = new Set(text.match(/w\d+n\d+x/g))
    return this.typed.filter(({ token }) => !found.has(token))
  }

  /** Words that are known to be lost are looked for no more. */
  forget(tokens: ReadonlySet<string>): void {
    this.typed = this.typed.filter(({ token }) => !tokens.has(token))
  }

  async #typeOn(page: Page): Promise<void> {
    while (!this.#isStopping) {
      const token = `${this.#prefix}${(this.#count += 1)}x`
      try {
        await page.keyboard.type(`${token} `)
      } catch {
        return
      }
      this.typed = [...this.typed, { token, at: performance.now() }]
      await delay(this.#random.below(longestPauseMs))
    }
  }
}
