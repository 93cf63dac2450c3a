import lunr from 'lunr'

const stems = new Map<string, string>()
const mostStems = 20_000

/** The stem of a plain Latin word by lunr's Porter stemmer; any other word is its own stem. Remembers the last ones. */
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
  return /^[a-z]+$/.test(word) ? porterStem(word) : word
}

/** What lunr's stemmer does to the text of a token, without a token for each word. */
const porterStem = ((): ((word: string) => string) => {
  let found: ((word: string) => string) | undefined
  const token = { update: (change: (word: string) => string) => (found = change) }
  lunr.stemmer(token as unknown as lunr.Token)
  if (found === undefined) throw new Error('lunr.stemmer does not update the token')
  return found
})()

/** What all words with a stem begin with: a stemmer may change the last letter that it leaves. */
export function beginningOfStem(stem: string): string {
  return stem.slice(0, Math.max(1, stem.length - 1))
}

const stopWords = lunr.stopWordFilter as unknown as (token: { toString(): string }) => unknown
const longestStopWord = 7

/** Whether lunr leaves the word out of its index. */
export function isStopWord(word: string): boolean {
  return word.length <= longestStopWord && stopWords(word) === undefined
}
