import { noOffset, type VisitTerm } from '../segments/analyzer'
import { stemInPlace } from './porter-stem'
import { exactPrefix, stopPrefix } from './term-prefixes'
import { isStopWord, longestStopWord } from './words'

const underscore = 0x5f
const caseBit = 0x20

/**
 * The terms of a word of ASCII letters, digits and underscores, as `termsOfWord` gives them for any other. Most words are of that kind, and each
 * of them is met for the first time once, so that no strings are made of it.
 */
export class AsciiWord {
  /** The word as it is written: from `#start` on. */
  #written: Uint16Array = new Uint16Array(0)
  #start = 0
  #length = 0
  /** The word in small letters. */
  #lower = new Uint16Array(64)
  /** A term that is being visited. */
  #term = new Uint16Array(65)
  #hasUnderscore = false
  /** Whether a capital letter is right behind a small one. */
  #hasHump = false

  /** Reads `units` from `start` up to `end`; they stay as they are until the last visit. @returns whether they are such a word. */
  read(units: Uint16Array, start: number, end: number): boolean {
    if (end - start > this.#lower.length) {
      this.#lower = new Uint16Array(2 * (end - start))
      this.#term = new Uint16Array(2 * (end - start) + 1)
    }
    this.#written = units
    this.#start = start
    this.#length = end - start
    this.#hasUnderscore = false
    this.#hasHump = false
    let isBehindSmall = false
    for (let at = start; at < end; at += 1) {
      const unit = units[at]!
      const isCapitalLetter = isCapital(unit)
      if (isCapitalLetter) this.#hasHump ||= isBehindSmall
      else if (unit === underscore) this.#hasUnderscore = true
      else if (!isSmall(unit) && !isDigit(unit)) return false
      isBehindSmall = isSmall(unit)
      this.#lower[at - start] = isCapitalLetter ? unit | caseBit : unit
    }
    return true
  }

  visitTerms(visit: VisitTerm): void {
    if (this.#isStopWord(0, this.#length)) return this.#visitSpelled(stopPrefix, 0, this.#length, visit)
    this.#visitWord(0, this.#length, visit)
    if (this.#hasUnderscore) this.#visitJoined(visit)
    if (this.#hasUnderscore || this.#hasHump) this.#visitPartsAndHumps(visit)
  }

  /** A word, or a part of one that is found as a word. */
  #visitWord(start: number, end: number, visit: VisitTerm): void {
    for (let at = start; at < end; at += 1) this.#term[at - start] = this.#lower[at]!
    this.#visitStem(end - start, visit)
    this.#visitSpelled(exactPrefix, start, end, visit)
  }

  /** The stem of what was put into `#term`. */
  #visitStem(length: number, visit: VisitTerm): void {
    let hasLettersOnly = true
    for (let at = 0; at < length && hasLettersOnly; at += 1) hasLettersOnly = isSmall(this.#term[at]!)
    visit(this.#term, hasLettersOnly ? stemInPlace(this.#term, length) : length, noOffset, true)
  }

  #visitSpelled(prefix: string, start: number, end: number, visit: VisitTerm): void {
    this.#term[0] = prefix.charCodeAt(0)
    for (let at = start; at < end; at += 1) this.#term[at - start + 1] = this.#lower[at]!
    visit(this.#term, end - start + 1, start, false)
  }

  /** The parts as one word, where there are several. */
  #visitJoined(visit: VisitTerm): void {
    let parts = 0
    let length = 0
    for (let start = 0, end = 0; start < this.#length; start = end + 1) {
      end = this.#partEnd(start)
      if (!this.#isPart(start)) continue
      parts += 1
      for (let at = start; at < end; at += 1) this.#term[length++] = this.#lower[at]!
    }
    if (parts > 1) this.#visitStem(length, visit)
  }

  /** In the order of their offsets: a part may be a hump as well, and behind one, as `hub` in `fooHub_hub`. */
  #visitPartsAndHumps(visit: VisitTerm): void {
    let humpEnd = 0
    for (let at = 0; at < this.#length; at += 1) {
      const isFirst = at === 0 || this.#lower[at - 1] === underscore
      if (this.#hasUnderscore && isFirst && this.#isPart(at)) this.#visitWord(at, this.#partEnd(at), visit)
      if (!this.#hasHump || at < humpEnd) continue
      const end = this.#humpFrom(at)
      if (end === at) continue
      this.#visitSpelled(exactPrefix, at, end, visit)
      humpEnd = end
    }
  }

  /** Whether what begins here, behind an underscore or at the beginning, is a word of its own: `push`, `hub` of `push_to_hub`. */
  #isPart(start: number): boolean {
    const end = this.#partEnd(start)
    return end - start > 1 && !this.#isStopWord(start, end)
  }

  #partEnd(start: number): number {
    const end = this.#lower.indexOf(underscore, start)
    return end < 0 || end > this.#length ? this.#length : end
  }

  /** Where a word that capital letters make ends: one of them or none, then small ones. Short ones are spelling, as in `LaTeX`. @returns `at` when there is none. */
  #humpFrom(at: number): number {
    const first = isCapital(this.#written[this.#start + at]!) ? at + 1 : at
    let end = first
    while (end < this.#length && isSmall(this.#written[this.#start + end]!)) end += 1
    return end - first < 2 ? at : end
  }

  #isStopWord(start: number, end: number): boolean {
    if (end - start > longestStopWord) return false
    let word = ''
    for (let at = start; at < end; at += 1) {
      if (!isSmall(this.#lower[at]!)) return false
      word += String.fromCharCode(this.#lower[at]!)
    }
    return isStopWord(word)
  }
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}
