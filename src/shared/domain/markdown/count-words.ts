const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const wordPattern = new RegExp(
  `[${cjk}]|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+(?:['’._-](?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
)

/** Counts words as a writer does: `don't` and `3.5` are one each, and every Chinese, Japanese or Korean character is one. */
export function countWords(text: string): number {
  return text.match(wordPattern)?.length ?? 0
}
