import type { AnalyzedTerm } from '../segments/analyzer'
import { fold } from './fold'
import { exactPrefix, stopPrefix } from './term-prefixes'
import { isStopWord, makeStem } from './words'

/** Those of any word. */
export function termsOfWord(text: string): AnalyzedTerm[] {
  const word = fold(text)
  if (isStopWord(word)) return [{ term: stopPrefix + word, offset: 0, isScored: false }]
  return [...termsOfPlainWord(word, 0), ...termsOfParts(text)]
}

function termsOfParts(text: string): AnalyzedTerm[] {
  const parts = partsOf(text)
  const joined = parts.map(part => fold(part.text)).join('')
  const terms = [
    ...parts.flatMap(part => termsOfPlainWord(fold(part.text), part.start)),
    ...(parts.length > 1 ? [{ term: makeStem(joined), offset: undefined, isScored: true }] : []),
    ...humps(text).map(part => ({
      term: exactPrefix + fold(part.text),
      offset: part.start,
      isScored: false,
    })),
  ]
  // A part may be a hump as well, and behind one: `hub` in `fooHub_hub`.
  return terms.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
}

function termsOfPlainWord(word: string, offset: number): AnalyzedTerm[] {
  return [
    { term: makeStem(word), offset: undefined, isScored: true },
    { term: exactPrefix + word, offset, isScored: false },
  ]
}

/** The parts of a name that are words of their own: `push`, `hub` of `push_to_hub`. */
function partsOf(text: string): { readonly text: string; readonly start: number }[] {
  if (!text.includes('_')) return []
  const parts = [...text.matchAll(/[^_]+/g)].map(({ 0: part, index }) => ({ text: part, start: index }))
  return parts.filter(part => part.text.length > 1 && !isStopWord(fold(part.text)))
}

/** The words that capital letters divide a name into; short ones are spelling, as in `LaTeX`. */
function humps(text: string): { readonly text: string; readonly start: number }[] {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return []
  return [...text.matchAll(/\p{Lu}?\p{Ll}{2,}/gu)].map(({ 0: part, index }) => ({ text: part, start: index }))
}
