import type { AnalyzedTerm, Analyzer } from '../segments/analyzer'
import { fold } from './fold'
import { hashOf } from './hash-units'
import { PieceTable } from './piece-table'
import { scanWords } from './scan-words'
import { unitsOfCharacter, WordScanner } from './word-scanner'
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

type VisitTerms = (terms: readonly AnalyzedTerm[], start: number) => void
type UnnumberedTerm = Omit<AnalyzedTerm, 'id'>

/** Cuts the text of notes into terms, and remembers what it made of each word. */
export class NoteAnalyzer implements Analyzer {
  readonly #words = new PieceTable(word => this.#number(termsOfWord(word)))
  readonly #pairs = new PieceTable(pair => this.#number(termsOfPair(pair)))
  readonly #ids = new Map<string, number>()
  readonly #scanner = new WordScanner()

  /** How many words and pairs are remembered. */
  get size(): number {
    return this.#words.size + this.#pairs.size
  }

  analyze(text: string, visit: VisitTerms): void {
    const scanner = this.#scanner
    scanner.read(text)
    while (scanner.next()) {
      if (scanner.isCjk) this.#visitPairs(scanner, visit)
      else visit(this.#words.get(scanner.units, scanner), scanner.start)
    }
  }

  /** Lets go of all words; terms are numbered from 0 again. Not while a segment is built. */
  forget(): void {
    this.#words.clear()
    this.#pairs.clear()
    this.#ids.clear()
  }

  #visitPairs({ units, start, end }: WordScanner, visit: VisitTerms): void {
    for (let at = start; at < end;) {
      const next = at + unitsOfCharacter(units, at, end)
      const pairEnd = next < end ? next + unitsOfCharacter(units, next, end) : next
      const hash = hashOf(units, at, pairEnd)
      visit(this.#pairs.get(units, { start: at, end: pairEnd, hash }), at)
      at = next
    }
  }

  #number(terms: readonly UnnumberedTerm[]): readonly AnalyzedTerm[] {
    return terms.map(({ term, offset, isScored }) => {
      let id = this.#ids.get(term)
      if (id === undefined) this.#ids.set(term, (id = this.#ids.size))
      return { term, id, offset, isScored }
    })
  }
}

function termsOfPair(text: string): UnnumberedTerm[] {
  return [{ term: fold(text), offset: 0, isScored: true }]
}

function termsOfWord(text: string): UnnumberedTerm[] {
  const word = fold(text)
  if (isStopWord(word)) return [{ term: stopPrefix + word, offset: 0, isScored: false }]
  const parts = partsOf(text)
  const joined = parts.map(part => fold(part.text)).join('')
  return [
    ...termsOfPlainWord(word, 0),
    ...parts.flatMap(part => termsOfPlainWord(fold(part.text), part.start)),
    ...(parts.length > 1 ? [{ term: stemOf(joined), offset: undefined, isScored: true }] : []),
    ...humps(text).map(part => ({
      term: exactPrefix + fold(part.text),
      offset: part.start,
      isScored: false,
    })),
  ]
}

function termsOfPlainWord(word: string, offset: number): UnnumberedTerm[] {
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

/** The words that capital letters divide a name into; short ones are spelling, as in `LaTeX`. */
function humps(text: string): { readonly text: string; readonly start: number }[] {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return []
  return [...text.matchAll(/\p{Lu}?\p{Ll}{2,}/gu)].map(({ 0: part, index }) => ({ text: part, start: index }))
}
