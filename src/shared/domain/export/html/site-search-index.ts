import { searchWords } from './search-words'

/** Beyond it a word is no word that anyone types, such as a key or a picture in text. */
const longestWord = 40

/** Which pages of a site have which words. */
export class SiteSearchIndex {
  readonly #pages: (readonly [href: string, title: string, chapter: string])[] = []
  readonly #words = new Map<string, number[]>()

  add(page: { readonly href: string; readonly title: string; readonly chapter: string }, text: string): void {
    const number = this.#pages.length
    this.#pages.push([page.href, page.title, page.chapter])
    for (const word of new Set(searchWords(`${page.title} ${text}`))) {
      if (word.length > longestWord) continue
      const numbers = this.#words.get(word)
      if (numbers === undefined) this.#words.set(word, [number])
      else numbers.push(number)
    }
  }

  /**
   * JSON for `siteSearchScript`, safe within an element of HTML: pages, and for each word the numbers of its pages, each as
   * the distance from the one before, in base 36.
   */
  toJson(): string {
    const words = [...this.#words].map(([word, numbers]) => [word, distances(numbers)])
    return JSON.stringify({ pages: this.#pages, words }).replace(/</g, '\\u003c')
  }
}

function distances(numbers: readonly number[]): string {
  return numbers.map((number, index) => (number - (numbers[index - 1] ?? 0)).toString(36)).join(' ')
}
