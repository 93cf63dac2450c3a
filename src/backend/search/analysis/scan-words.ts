/**
 * Finds the words and the CJK runs of a text. A hand-made scanner, because it goes over every text that is indexed or
 * shown: one pass over UTF-16 units with a table of their classes, and no strings made.
 */

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

type VisitWord = (start: number, end: number, isCjk: boolean) => void

/** All ASCII units. */
const anyBeginning = new Uint8Array(0x80).fill(1)

/**
 * Calls `visit` for each word, without underscores around it, and each run of CJK characters, in order; `C++` and `C#` are words.
 *
 * @param beginnings by ASCII unit: 0 where words that begin with it may be left out, unless they have an underscore.
 */
export function scanWords(text: string, visit: VisitWord, beginnings: Uint8Array = anyBeginning): void {
  let nextUnderscore = text.indexOf('_')
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    const kind = classes[unit]! === isUnknown ? classAt(text, at) : classes[unit]!
    if (kind === isNeither) {
      at += isSurrogate(unit) ? widthAt(text, at) : 1
      continue
    }
    const start = at
    at = endOfRun(text, start, kind)
    if (kind === isInCjk) {
      visit(start, at, true)
      continue
    }
    if (nextUnderscore >= 0 && nextUnderscore < start) nextUnderscore = text.indexOf('_', start)
    const hasUnderscore = nextUnderscore >= 0 && nextUnderscore < at
    if (unit < 0x80 && beginnings[unit] === 0 && !hasUnderscore) continue
    at = endOfSigns(text, at)
    if (hasUnderscore) visitTrimmed(text, [start, at], visit)
    else visit(start, at, false)
  }
}

function endOfRun(text: string, start: number, kind: number): number {
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const known = classes[unit]!
    if (known === kind) at += 1
    else if (known === isUnknown && classAt(text, at) === kind) at += widthAt(text, at)
    else break
  }
  return at
}

function visitTrimmed(text: string, [from, to]: readonly [number, number], visit: VisitWord): void {
  let [start, end] = [from, to]
  while (start < end && text.charCodeAt(start) === underscore) start += 1
  while (start < end && text.charCodeAt(end - 1) === underscore) end -= 1
  if (start < end) visit(start, end, false)
}

/** The signs of `C++` and `C#` belong to the word, unless it goes on behind the last of them. */
function endOfSigns(text: string, start: number): number {
  let end = start
  while (isPlusOrHash(text.charCodeAt(end))) end += 1
  if (end === start || end === text.length) return end
  return letterOrDigit.test(characterAt(text, end)) ? end - 1 : end
}

function isPlusOrHash(unit: number): boolean {
  return unit === 0x2b || unit === 0x23
}

function classAt(text: string, at: number): CharacterClass {
  const character = characterAt(text, at)
  const found = cjk.test(character) ? isInCjk : wordSign.test(character) ? isInWord : isNeither
  // What a surrogate is depends on its neighbour.
  const unit = text.charCodeAt(at)
  if (!isSurrogate(unit)) classes[unit] = found
  return found
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000
}

/** Whether one UTF-16 unit or two make the character at an offset. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit >= 0xdc00 || at + 1 >= text.length) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1
}

function characterAt(text: string, at: number): string {
  return text.slice(at, at + widthAt(text, at))
}
