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
 * fifteen at most. A term is recalled when the other text has it in any form that the search takes for the same word;
 * neighbouring pairs of CJK characters are one term, recalled when every pair is there.
 */
export function keyTerms(
  index: SegmentIndex<IndexedDocument>,
  { own, written }: { readonly own: string; readonly written: string },
): KeyTerm[] {
  const words = wordsOf(own)
  const size = words.reduce((sum, { text, isCjk }) => sum + (isCjk ? text.length / 2 : 1), 0)
  const wanted = Math.min(mostTerms, Math.max(fewestTerms, Math.round(size / wordsPerTerm)))
  const recalled = countTerms(written)
  const chosen = tellingTerms(index, own).slice(0, wanted)
  return joinPairs(chosen, own).map(({ words: spelled, terms }) => ({
    words: spelled,
    weight: Math.max(...terms.map(({ weight }) => weight)),
    isRecalled: terms.every(({ term }) => recalled.has(term)),
  }))
}

interface SpelledTerm {
  readonly words: string
  readonly terms: readonly TellingTerm[]
}

/** Terms as the text spells them; those of one word, and pairs that overlap, together. In the order of their weight. */
function joinPairs(chosen: readonly TellingTerm[], text: string): SpelledTerm[] {
  const rank = new Map(chosen.map((term, at) => [term, at]))
  const spans: { start: number; end: number; terms: TellingTerm[] }[] = []
  for (const term of [...chosen].sort((a, b) => a.start - b.start)) {
    const end = endOf(term, text)
    const last = spans.at(-1)
    if (last !== undefined && term.start < last.end) {
      last.terms.push(term)
      last.end = Math.max(last.end, end)
    } else spans.push({ start: term.start, end, terms: [term] })
  }
  const rankOf = (terms: readonly TellingTerm[]): number =>
    Math.min(...terms.map(term => rank.get(term) ?? chosen.length))
  return spans
    .map(({ start, end, terms }) => ({ words: text.slice(start, end), terms }))
    .sort((a, b) => rankOf(a.terms) - rankOf(b.terms))
}

/** Where the token of a term ends: a word at its end, a pair after two characters. */
function endOf({ start }: TellingTerm, text: string): number {
  const [word] = wordsOf(text.slice(start, start + 200))
  if (word === undefined) return start
  return start + (word.isCjk ? [...word.text].slice(0, 2).join('').length : word.text.length)
}
