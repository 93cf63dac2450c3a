import lunr from 'lunr'

/**
 * A word of a text as the index knows it.
 *
 * Latin words are folded (no marks, lower case), `C++` and `k-NN` are findable as typed; runs of Chinese, Japanese
 * and Korean characters become pairs of neighbours, and in a document the last character alone as well.
 */
export interface SearchToken {
  readonly term: string
  readonly isCjk: boolean
}

const cjkClass = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const cjkRun = new RegExp(`[${cjkClass}]+`, 'gu')
const wordPattern = /[\p{L}\p{N}_]+(?:[+#]+(?![\p{L}\p{N}]))?/gu

/** Whether `text` starts with a Chinese, Japanese or Korean character. */
export function startsWithCjk(text: string): boolean {
  return new RegExp(`^[${cjkClass}]`, 'u').test(text)
}

/** Folds spelling away that searchers don't type: case, marks, compatibility forms. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

/** The tokens of a document's text, or with `isQuery` of what someone searches for. */
export function tokensOf(text: string, { isQuery = false }: { isQuery?: boolean } = {}): SearchToken[] {
  const folded = fold(text)
  const tokens: SearchToken[] = []
  let end = 0
  for (const run of folded.matchAll(cjkRun)) {
    addWords(folded.slice(end, run.index), tokens)
    addPairs(run[0], tokens, isQuery)
    end = run.index + run[0].length
  }
  addWords(folded.slice(end), tokens)
  return tokens
}

const stems = new Map<string, string>()
const mostStems = 200_000

/** The stem of a plain Latin word by lunr's Porter stemmer; any other word is its own stem. */
export function stemOf(term: string): string {
  if (!/^[a-z]+$/.test(term)) return term
  const known = stems.get(term)
  if (known !== undefined) return known
  const stem = lunr.stemmer(new lunr.Token(term, {})).toString()
  if (stems.size >= mostStems) stems.clear()
  stems.set(term, stem)
  return stem
}

const stopWords = lunr.stopWordFilter as unknown as (token: lunr.Token) => lunr.Token | undefined

/** Whether lunr leaves the word out of its index. */
export function isStopWord(term: string): boolean {
  return stopWords(new lunr.Token(term, {})) === undefined
}

function addWords(text: string, tokens: SearchToken[]): void {
  for (const match of text.matchAll(wordPattern)) tokens.push({ term: match[0], isCjk: false })
}

function addPairs(run: string, tokens: SearchToken[], isQuery: boolean): void {
  const characters = [...run]
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1]
    if (next !== undefined) tokens.push({ term: character + next, isCjk: true })
    else if (!isQuery || characters.length === 1) tokens.push({ term: character, isCjk: true })
  }
}
