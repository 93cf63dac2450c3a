const run = /[\p{L}\p{N}\p{M}]+/gu
const part =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * The words of a text as a site's search finds them: lower case, and pairs of characters where words have no spaces between
 * them. `site-search-script.ts` takes queries apart in the same way.
 */
export function searchWords(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(run) ?? []
  return runs
    .flatMap(word => word.match(part) ?? [])
    .flatMap(word => (unspaced.test(word) ? pairsIn(word) : [word]))
}

function pairsIn(word: string): string[] {
  const characters = [...word]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}
