const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const wordPattern = new RegExp(
  `[${cjk}]|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+(?:['’._-](?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
)
const ideographPattern = new RegExp(`^[${cjk}]$`, 'u')

/** How much text there is. Two texts apart from each other have the sums of theirs. */
export interface TextSize {
  /** As a writer counts: `don't` and `3.5` are one each, and every Chinese, Japanese or Korean character is one. */
  readonly words: number
  /** Those of the words that are Chinese, Japanese or Korean characters. */
  readonly ideographs: number
  /** Code points without white space. */
  readonly characters: number
  /** Code points without line breaks. */
  readonly charactersWithSpaces: number
}

/** The size of a text without marks of Markdown. */
export function sizeOfText(text: string): TextSize {
  const words = text.match(wordPattern) ?? []
  return {
    words: words.length,
    ideographs: words.filter(word => ideographPattern.test(word)).length,
    characters: countCodePoints(text.replace(/\s+/g, '')),
    charactersWithSpaces: countCodePoints(text.replace(/[\r\n]+/g, '')),
  }
}

/** The sizes of several texts together. */
export function sumOfSizes(sizes: readonly TextSize[]): TextSize {
  const sum = { words: 0, ideographs: 0, characters: 0, charactersWithSpaces: 0 }
  for (const size of sizes) {
    sum.words += size.words
    sum.ideographs += size.ideographs
    sum.characters += size.characters
    sum.charactersWithSpaces += size.charactersWithSpaces
  }
  return sum
}

const wordsPerMinute = 230
const ideographsPerMinute = 400

/**
 * Minutes that silent reading takes, not rounded. Adults read 238 words of English a minute and 260 words of Chinese, of
 * about 1.5 characters each (M. Brysbaert, “How many words do we read per minute?”, Journal of Memory and Language 109,
 * 2019).
 */
export function readingMinutes({ words, ideographs }: TextSize): number {
  return (words - ideographs) / wordsPerMinute + ideographs / ideographsPerMinute
}

function countCodePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff](?=[\udc00-\udfff])/g)?.length ?? 0)
}
