import type { KeyTerm } from '../../shared/contract/study-procedures'
import { wordsOf } from './analysis/note-analyzer'
import type { IndexedDocument } from './indexed-document'
import type { SegmentIndex } from './segments/segment-index'
import { countTerms, tellingTerms, type TellingTerm } from './telling-terms'

export type { KeyTerm }

const fewestTerms = 5
const mostTerms = 15
const wordsPerTerm = 12

/**
 * The terms that tell most of an answer: the heaviest by `tellingTerms`, one for every twelve words, five at least and
 * fifteen at most. A term is recalled when the other text has it in any form that the search takes for the same word.
 * Pairs of CJK characters are shown as the words that they are in, and recalled when every pair chosen of it is there; a
 * pair of which each character is in another word is none.
 */
export function keyTerms(
  index: SegmentIndex<IndexedDocument>,
  { own, written }: { readonly own: string; readonly written: string },
): KeyTerm[] {
  const words = wordsOf(own)
  const size = words.reduce((sum, { text, isCjk }) => sum + (isCjk ? text.length / 2 : 1), 0)
  const wanted = Math.min(mostTerms, Math.max(fewestTerms, Math.round(size / wordsPerTerm)))
  const recalled = countTerms(written)
  const chosen = wholeWords(tellingTerms(index, own), own).slice(0, wanted)
  return joinPairs(chosen, own).map(({ words: spelled, terms }) => ({
    words: spelled,
    weight: Math.max(...terms.map(({ weight }) => weight)),
    isRecalled: terms.every(({ term }) => recalled.has(term)),
  }))
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Without the pairs that a boundary between two words goes through. */
function wholeWords(terms: readonly TellingTerm[], text: string): readonly TellingTerm[] {
  const words = segmenter.segment(text)
  return terms.filter(({ term, start }) => {
    if (!startsCjk(term)) return true
    const { index, segment } = words.containing(start) ?? { index: start, segment: term }
    return start + term.length <= index + segment.length
  })
}

function startsCjk(term: string): boolean {
  return wordsOf(term)[0]?.isCjk === true
}

interface SpelledTerm {
  readonly words: string
  readonly terms: readonly TellingTerm[]
}

/** Terms as the text spells them; those of one word together. In the order of their weight. */
function joinPairs(chosen: readonly TellingTerm[], text: string): SpelledTerm[] {
  const rank = new Map(chosen.map((term, at) => [term, at]))
  const spans: { start: number; end: number; terms: TellingTerm[] }[] = []
  for (const term of [...chosen].sort((a, b) => a.start - b.start)) {
    const { start, end } = wordAt(term, text)
    const last = spans.at(-1)
    if (last !== undefined && start < last.end) {
      last.terms.push(term)
      last.end = Math.max(last.end, end)
    } else spans.push({ start, end, terms: [term] })
  }
  const rankOf = (terms: readonly TellingTerm[]): number =>
    Math.min(...terms.map(term => rank.get(term) ?? chosen.length))
  return spans
    .map(({ start, end, terms }) => ({ words: text.slice(start, end), terms }))
    .sort((a, b) => rankOf(a.terms) - rankOf(b.terms))
}

/** The word that a term is in: a token, or of CJK text what the language takes for a word. */
function wordAt(
  { term, start }: TellingTerm,
  text: string,
): { readonly start: number; readonly end: number } {
  const [word] = wordsOf(text.slice(start, start + 200))
  if (word === undefined) return { start, end: start }
  if (!word.isCjk) return { start, end: start + word.text.length }
  const { index, segment } = segmenter.segment(text).containing(start) ?? { index: start, segment: term }
  return { start: index, end: index + segment.length }
}
