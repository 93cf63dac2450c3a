import { visitString, type AnalyzedTerm, type Analyzer, type VisitTerm } from '../segments/analyzer'
import { FoundPieces } from '../segments/found-pieces'
import { hashOf } from '../segments/hash-units'
import { PieceTable } from '../segments/piece-table'
import { fold } from './fold'
import { PlainWord } from './plain-word'
import { scanWords } from './scan-words'
import { exactPrefix, stopPrefix } from './term-prefixes'
import { unitsOfCharacter, WordScanner } from './word-scanner'
import { isStopWord, makeStem } from './words'

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

/** So many are looked for before they are visited, and no more than a run of characters above that. */
const fewestAtOnce = 256

/** Cuts the text of notes into words and pairs, and numbers them. */
export class NoteAnalyzer implements Analyzer {
  readonly #pieces = new PieceTable()
  readonly #scanner = new WordScanner()
  readonly #found = new FoundPieces()
  readonly #plainWord = new PlainWord()
  /** By found piece: whether it is a pair. */
  readonly #isPair: boolean[] = []
  /** Which of the found ones is being visited. */
  #visited = 0

  /** How many words and pairs have a number. */
  get size(): number {
    return this.#pieces.size
  }

  analyze(text: string, visit: (piece: number, start: number) => void): void {
    this.#scanner.read(text)
    const found = this.#found
    while (this.#findSome()) {
      this.#pieces.numberAll(this.#scanner.units, found)
      for (let at = 0; at < found.length; at += 1) {
        this.#visited = at
        visit(found.numbers[at]!, found.starts[at]!)
      }
    }
  }

  visitTerms(visit: VisitTerm): void {
    const at = this.#visited
    const [start, end] = [this.#found.starts[at]!, this.#found.ends[at]!]
    const isPair = this.#isPair[at] === true
    if (!isPair && this.#plainWord.read(this.#scanner.units, start, end)) {
      this.#plainWord.visitTerms(visit)
      return
    }
    const text = this.#scanner.text(start, end)
    for (const term of isPair ? termsOfPair(text) : termsOfWord(text)) visitString(term, visit)
  }

  /** Lets go of all pieces; they are numbered from 0 again. */
  forget(): void {
    this.#pieces.clear()
  }

  /** Finds the next words and pairs of the text. @returns whether there are any. */
  #findSome(): boolean {
    const scanner = this.#scanner
    const found = this.#found
    found.length = 0
    while (found.length < fewestAtOnce && scanner.next()) {
      const first = found.length
      if (scanner.isCjk) this.#findPairs()
      else found.add(scanner.start, scanner.end, scanner.hash)
      for (let at = first; at < found.length; at += 1) this.#isPair[at] = scanner.isCjk
    }
    return found.length > 0
  }

  #findPairs(): void {
    const { units, start: runStart, end: runEnd } = this.#scanner
    for (let start = runStart; start < runEnd;) {
      const next = start + unitsOfCharacter(units, start, runEnd)
      const end = next < runEnd ? next + unitsOfCharacter(units, next, runEnd) : next
      this.#found.add(start, end, hashOf(units, start, end))
      start = next
    }
  }
}

function termsOfPair(text: string): AnalyzedTerm[] {
  return [{ term: fold(text), offset: 0, isScored: true }]
}

/** Those of a word that is no `PlainWord`. */
function termsOfWord(text: string): AnalyzedTerm[] {
  const word = fold(text)
  if (isStopWord(word)) return [{ term: stopPrefix + word, offset: 0, isScored: false }]
  return [...termsOfPlainWord(word, 0), ...termsOfParts(text)]
}

function termsOfParts(text: string): AnalyzedTerm[] {
  const parts = partsOf(text)
  const joined = parts.map(part => fold(part.text)).join('')
  const terms = [
    ...parts.flatMap(part => termsOfPlainWord(fold(part.text), part.start)),
    ...(parts.length > 1 ? [{ term: makeStem(joined), offset: undefined, isScored: true }] : []),
    ...humps(text).map(part => ({
      term: exactPrefix + fold(part.text),
      offset: part.start,
      isScored: false,
    })),
  ]
  // A part may be a hump as well, and behind one: `hub` in `fooHub_hub`.
  return terms.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
}

function termsOfPlainWord(word: string, offset: number): AnalyzedTerm[] {
  return [
    { term: makeStem(word), offset: undefined, isScored: true },
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
