import lunr from 'lunr'

const stems = new Map<string, string>()
const mostStems = 200_000

/** The stem of a plain Latin word by lunr's Porter stemmer; any other word is its own stem. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (!/^[a-z]+$/.test(word)) return word
  const stem = lunr.stemmer(new lunr.Token(word, {})).toString()
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

const stopWords = lunr.stopWordFilter as unknown as (token: lunr.Token) => lunr.Token | undefined

/** Whether lunr leaves the word out of its index. */
export function isStopWord(word: string): boolean {
  return stopWords(new lunr.Token(word, {})) === undefined
}
