import type { AnalyzedTerm, Analyzer } from '../segments/analyzer'
import { fold } from './fold'
import { scanWords, widthAt } from './scan-words'
import { isStopWord, stemOf } from './words'

/**
 * The words of a note as terms.
 *
 * A Latin word is found by its stem (`network`) and, with its position, as it is spelled (`=networks`); a stop word only as
 * it is spelled (`~the`), for phrases, and without a score. A run of Chinese, Japanese or Korean characters becomes pairs
 * of neighbours, and its last character. A name such as `push_to_hub` is found by its parts and joined as well.
 */
export const exactPrefix = '='
export const stopPrefix = '~'

const mostRemembered = 300_000

/** A run of text that is one word, or one run of CJK characters. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly isCjk: boolean
}

/** The words and the CJK runs of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  scanWords(text, (start, end, isCjk) => words.push({ text: text.slice(start, end), start, isCjk }))
  return words
}

/** Cuts the text of notes into terms. */
export class NoteAnalyzer implements Analyzer {
  readonly #remembered = new Map<string, readonly AnalyzedTerm[]>()

  analyze(text: string, visit: (terms: readonly AnalyzedTerm[], start: number) => void): void {
    scanWords(text, (start, end, isCjk) => {
      const word = text.slice(start, end)
      if (isCjk) this.#visitPairs(word, start, visit)
      else visit(this.#terms(word, termsOfWord), start)
    })
  }

  #visitPairs(
    text: string,
    start: number,
    visit: (terms: readonly AnalyzedTerm[], start: number) => void,
  ): void {
    for (let at = 0; at < text.length;) {
      const width = widthAt(text, at)
      const next = at + width
      const end = next < text.length ? next + widthAt(text, next) : next
      visit(this.#terms(text.slice(at, end), termsOfPair), start + at)
      at = next
    }
  }

  #terms(text: string, make: (text: string) => readonly AnalyzedTerm[]): readonly AnalyzedTerm[] {
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear()
    const terms = make(text)
    this.#remembered.set(text, terms)
    return terms
  }
}

function termsOfPair(text: string): AnalyzedTerm[] {
  return [{ term: fold(text), offset: 0, isScored: true }]
}

function termsOfWord(text: string): AnalyzedTerm[] {
  const word = fold(text)
  if (isStopWord(word)) return [{ term: stopPrefix + word, offset: 0, isScored: false }]
  const parts = partsOf(text)
  const joined = parts.map(part => fold(part.text)).join('')
  return [
    ...termsOfPlainWord(word, 0),
    ...parts.flatMap(part => termsOfPlainWord(fold(part.text), part.start)),
    ...(parts.length > 1 ? [{ term: stemOf(joined), offset: undefined, isScored: true }] : []),
  ]
}

function termsOfPlainWord(word: string, offset: number): AnalyzedTerm[] {
  return [
    { term: stemOf(word), offset: undefined, isScored: true },
    { term: exactPrefix + word, offset, isScored: false },
  ]
}

/** The parts of a name that are words of their own: `push`, `hub` of `push_to_hub`. */
function partsOf(text: string): { readonly text: string; readonly start: number }[] {
  if (!text.includes('_')) return []
  const parts = [...text.matchAll(/[^_]+/g)].map(({ 0: part, index }) => ({ text: part, start: index }))
  return parts.filter(part => part.text.length > 1 && !isStopWord(fold(part.text)))
}
