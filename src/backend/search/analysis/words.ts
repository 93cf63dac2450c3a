import lunr from 'lunr'
import { stemInPlace } from './porter-stem'

const stems = new Map<string, string>()
const mostStems = 20_000

/** The stem of a plain Latin word by the stemmer of lunr; any other word is its own stem. Remembers the last ones. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const stem = makeStem(word)
  stems.set(word, stem)
  return stem
}

/** As `stemOf`, for words that each come once. */
export function makeStem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  const units = Uint16Array.from(word, letter => letter.charCodeAt(0))
  return String.fromCharCode(...units.subarray(0, stemInPlace(units, units.length)))
}

/** What all words with a stem begin with: a stemmer may change the last letter that it leaves. */
export function beginningOfStem(stem: string): string {
  return stem.slice(0, Math.max(1, stem.length - 1))
}

const stopWords = lunr.stopWordFilter as unknown as (token: { toString(): string }) => unknown
/** In letters. */
export const longestStopWord = 7

/** Whether lunr leaves the word out of its index. */
export function isStopWord(word: string): boolean {
  return word.length <= longestStopWord && stopWords(word) === undefined
}
