import { noOffset, type VisitTerm } from '../segments/analyzer'
import { stemInPlace } from './porter-stem'
import { exactPrefix, stopPrefix } from './term-prefixes'
import { isStopWord, longestStopWord } from './words'

const [capitalA, capitalZ, smallA, smallZ, digit0, digit9] = [0x41, 0x5a, 0x61, 0x7a, 0x30, 0x39]
const caseBit = 0x20

/**
 * A word without parts in which nothing is to be folded but its case: capital letters of ASCII, then small ones and digits. Most words are,
 * and each of them is met for the first time once, so that no strings are made of it.
 */
export class PlainWord {
  /** A prefix, and behind it the word. */
  #units = new Uint16Array(64)
  #stem = new Uint16Array(64)
  /** Of the word, without the prefix. */
  #length = 0
  #hasDigit = false

  /** Reads `units` from `start` up to `end`. @returns whether they are a plain word. */
  read(units: Uint16Array, start: number, end: number): boolean {
    this.#length = end - start
    if (this.#length >= this.#units.length) {
      this.#units = new Uint16Array(2 * (end - start))
      this.#stem = new Uint16Array(2 * (end - start))
    }
    this.#hasDigit = false
    let at = start
    let to = 1
    for (; at < end && units[at]! >= capitalA && units[at]! <= capitalZ; at += 1) {
      this.#units[to++] = units[at]! | caseBit
    }
    for (; at < end; at += 1) {
      const unit = units[at]!
      if (unit >= digit0 && unit <= digit9) this.#hasDigit = true
      else if (unit < smallA || unit > smallZ) return false
      this.#units[to++] = unit
    }
    return true
  }

  visitTerms(visit: VisitTerm): void {
    const length = this.#length
    if (this.#isStopWord()) return this.#visitSpelled(stopPrefix, visit)
    for (let at = 0; at < length; at += 1) this.#stem[at] = this.#units[at + 1]!
    visit(this.#stem, this.#hasDigit ? length : stemInPlace(this.#stem, length), noOffset, true)
    this.#visitSpelled(exactPrefix, visit)
  }

  #visitSpelled(prefix: string, visit: VisitTerm): void {
    this.#units[0] = prefix.charCodeAt(0)
    visit(this.#units, this.#length + 1, 0, false)
  }

  #isStopWord(): boolean {
    if (this.#hasDigit || this.#length > longestStopWord) return false
    let word = ''
    for (let at = 1; at <= this.#length; at += 1) word += String.fromCharCode(this.#units[at]!)
    return isStopWord(word)
  }
}
