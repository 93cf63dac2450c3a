import { visitString, type Analyzer, type VisitTerm } from '../segments/analyzer'
import { FoundPieces } from '../segments/found-pieces'
import { hashOf } from '../segments/hash-units'
import { PieceTable } from '../segments/piece-table'
import { fold } from './fold'
import { AsciiWord } from './ascii-word'
import { scanWords } from './scan-words'
import { unitsOfCharacter, WordScanner } from './word-scanner'
import { termsOfWord } from './word-terms'

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
  readonly #asciiWord = new AsciiWord()
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
    if (this.#isPair[at] === true) return this.#visitPair(start, end, visit)
    if (this.#asciiWord.read(this.#scanner.units, start, end)) return this.#asciiWord.visitTerms(visit)
    for (const term of termsOfWord(this.#scanner.text(start, end))) visitString(term, visit)
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

  #visitPair(start: number, end: number, visit: VisitTerm): void {
    const { units } = this.#scanner
    let isFolded = true
    for (let at = start; at < end; at += 1) isFolded &&= isIdeograph(units[at]!)
    if (isFolded) visit(units.subarray(start, end), end - start, 0, true)
    else visitString({ term: fold(this.#scanner.text(start, end)), offset: 0, isScored: true }, visit)
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

/** The block of CJK Unified Ideographs, in which nothing is to be folded. */
function isIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit < 0xa000
}
