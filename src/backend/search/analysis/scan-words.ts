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

/**
 * Calls `visit` for each word, without underscores around it, and each run of CJK characters, in order; `C++` and `C#` are words.
 */
export function scanWords(text: string, visit: (start: number, end: number, isCjk: boolean) => void): void {
  for (let at = 0; at < text.length;) {
    const kind = classAt(text, at)
    if (kind === isNeither) {
      at += widthAt(text, at)
      continue
    }
    const start = at
    do at += widthAt(text, at)
    while (at < text.length && classAt(text, at) === kind)
    if (kind === isInCjk) {
      visit(start, at, true)
      continue
    }
    at = endOfSigns(text, at)
    visitTrimmed(text, [start, at], visit)
  }
}

function visitTrimmed(
  text: string,
  [from, to]: readonly [number, number],
  visit: (start: number, end: number, isCjk: boolean) => void,
): void {
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
  const unit = text.charCodeAt(at)
  const known = classes[unit]!
  if (known !== isUnknown) return known as CharacterClass
  const character = characterAt(text, at)
  const found = cjk.test(character) ? isInCjk : wordSign.test(character) ? isInWord : isNeither
  // What a surrogate is depends on its neighbour.
  if (unit < 0xd800 || unit >= 0xe000) classes[unit] = found
  return found
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
