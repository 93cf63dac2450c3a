/** Chinese characters that join words: pairs across the border of a word are made with them more than with others. */
const joining = new Set('的了和与及或在从于')

/** Characters that say little when they stand alone in a query, as in `在 Vue 中`. */
const alone = new Set([...joining, ...'是等对将把被到为以而也都就之其中上下'])

/** Whether a character that stands alone is one that says little. */
export function isFunctionCharacter(text: string): boolean {
  return alone.has(text)
}

/** Whether a pair has a character that joins words. */
export function hasJoiningCharacter(pair: string): boolean {
  return [...pair].some(character => joining.has(character))
}
