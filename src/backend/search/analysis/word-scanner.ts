import { hashOf, hashOfMore, hashStart, mixed } from '../segments/hash-units'

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const wordSign = /[\p{L}\p{N}\p{M}_]/u
const letterOrDigit = /[\p{L}\p{N}]/u

const isUnknown = 0
const isNeither = 1
const isInWord = 2
const isInCjk = 3
type CharacterClass = typeof isNeither | typeof isInWord | typeof isInCjk

/** Classes of UTF-16 units that are characters, as far as they have been met. */
const classes = new Uint8Array(0x10000)
const underscore = 0x5f

/** All ASCII units. */
const anyBeginning: Uint8Array = new Uint8Array(0x80).fill(1)

/**
 * Finds the words, without underscores around them, and the CJK runs of a text one after the other; `C++` and `C#` are
 * words. It is hand-made, because it goes over every text that is indexed or shown: one pass over UTF-16 units with a
 * table of their classes, no strings made, and the hash of what was found on the way.
 */
export class WordScanner {
  /** What was found last: its place, kind and `hashOf`. */
  start = 0
  end = 0
  isCjk = false
  hash = 0
  /** The text's units, and what texts before have left behind them. */
  units = new Uint16Array(1024)
  #bytes = Buffer.from(this.units.buffer)
  #length = 0
  #beginnings = anyBeginning

  /**
   * Begins with a text.
   *
   * @param beginnings by ASCII unit: 0 where words that begin with it may be left out, unless they have an underscore.
   */
  read(text: string, beginnings: Uint8Array = anyBeginning): void {
    this.#beginnings = beginnings
    if (text.length > this.units.length) {
      this.units = new Uint16Array(text.length * 2)
      this.#bytes = Buffer.from(this.units.buffer)
    }
    if (text.length > 0) this.#bytes.write(text, 'utf16le')
    this.#length = text.length
    this.end = 0
  }

  /** Goes on to the next word or run. @returns false when there is none. */
  next(): boolean {
    for (let at = this.end; at < this.#length;) {
      const kind = classes[this.units[at]!]! || classAt(this.units, at, this.#length)
      if (kind === isNeither) {
        at += 1
        continue
      }
      this.start = at
      const hasUnderscore = this.#readRun(kind)
      this.isCjk = kind === isInCjk
      if (this.isCjk) return true
      const unit = this.units[this.start]!
      if (
        (unit >= 0x80 || this.#beginnings[unit] === 1 || hasUnderscore) &&
        this.#finishWord(hasUnderscore)
      ) {
        return true
      }
      at = this.end
    }
    return false
  }

  /** Goes on to the word or run that an offset behind the last one lies in, or to the next one behind it. */
  nextAround(offset: number): boolean {
    let start = offset
    while (start > this.end && classes[this.units[start - 1]!] === isInWord) start -= 1
    this.end = start
    return this.next()
  }

  /** A part of the text as a string of its own: a slice would keep the whole text that it was cut from. */
  text(start: number, end: number): string {
    return this.#bytes.toString('utf16le', 2 * start, 2 * end)
  }

  /** Finds the end of a run and its hash. @returns whether it has an underscore. */
  #readRun(kind: number): boolean {
    const units = this.units
    const length = this.#length
    let hash = hashStart
    let hasUnderscore = false
    let at = this.start
    while (at < length) {
      let unit = units[at]!
      let found = classes[unit]!
      if (found === isUnknown) {
        found = classAt(units, at, length)
        // A surrogate that is in a word or run is the first of a pair.
        if (found === kind && isSurrogate(unit)) {
          hash = hashOfMore(hash, unit)
          at += 1
          unit = units[at]!
        }
      }
      if (found !== kind) break
      hash = hashOfMore(hash, unit)
      hasUnderscore ||= unit === underscore
      at += 1
    }
    this.hash = mixed(hash)
    this.end = at
    return hasUnderscore
  }

  /** Adds signs behind a word and takes underscores off. @returns whether anything is left. */
  #finishWord(hasUnderscore: boolean): boolean {
    const runEnd = this.end
    this.end = endOfSigns(this.units, runEnd, this.#length)
    if (!hasUnderscore && this.end === runEnd) return true
    let { start, end } = this
    while (start < end && this.units[start] === underscore) start += 1
    while (start < end && this.units[end - 1] === underscore) end -= 1
    if (start === end) return false
    this.start = start
    this.end = end
    this.hash = hashOf(this.units, start, end)
    return true
  }
}

/** The signs of `C++` and `C#` belong to the word, unless it goes on behind the last of them. */
function endOfSigns(units: Uint16Array, start: number, length: number): number {
  let end = start
  while (end < length && isPlusOrHash(units[end]!)) end += 1
  if (end === start || end === length) return end
  return letterOrDigit.test(characterAt(units, end, length)) ? end - 1 : end
}

function isPlusOrHash(unit: number): boolean {
  return unit === 0x2b || unit === 0x23
}

function classAt(units: Uint16Array, at: number, length: number): CharacterClass {
  const character = characterAt(units, at, length)
  const found = cjk.test(character) ? isInCjk : wordSign.test(character) ? isInWord : isNeither
  // What a surrogate is depends on its neighbour.
  const unit = units[at]!
  if (!isSurrogate(unit)) classes[unit] = found
  return found
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000
}

function characterAt(units: Uint16Array, at: number, length: number): string {
  return String.fromCharCode(...units.subarray(at, at + unitsOfCharacter(units, at, length)))
}

/** Whether one UTF-16 unit or two make the character at an offset of a text of `length` units. */
export function unitsOfCharacter(units: Uint16Array, at: number, length: number): 1 | 2 {
  const unit = units[at]!
  if (unit < 0xd800 || unit >= 0xdc00 || at + 1 >= length) return 1
  const next = units[at + 1]!
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1
}
