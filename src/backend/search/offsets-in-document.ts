import { exactPrefix } from './analysis/term-prefixes'
import { beginningOfStem, stemOf } from './analysis/words'
import type { QueryPlan } from './query-plan'
import { bodyField, searchFields } from './search-fields'
import { readOffsets } from './segments/phrase'
import type { Segment } from './segments/segment'

/** So many spellings of a word are looked up. */
const mostSpellings = 64

/** Where the words of a query occur in the text of one document, sorted, from the index alone. */
export function offsetsInDocument(segment: Segment, document: number, { words }: QueryPlan): number[] {
  const place = { fieldCount: searchFields.length, document, field: bodyField }
  const terms = new Set(
    words.flatMap(({ word, isCjk, isUnfinished }) => spellings(segment, word, isCjk, isUnfinished)),
  )
  return [...terms].flatMap(term => readOffsets(segment, term, place)).sort((a, b) => a - b)
}

/** Indexes of the terms with positions that a word stands for: all spellings with its stem. */
function spellings(segment: Segment, word: string, isCjk: boolean, isUnfinished: boolean): number[] {
  const stem = stemOf(word)
  const start = isCjk ? word : exactPrefix + (isUnfinished ? word : beginningOfStem(stem))
  const accepts = (term: string): boolean =>
    isCjk || isUnfinished || stemOf(term.slice(exactPrefix.length)) === stem
  const found: number[] = []
  const end = segment.terms.prefixEnd(start)
  for (let at = segment.terms.lowerBound(start); at < end && found.length < mostSpellings; at += 1) {
    if (accepts(segment.terms.at(at)!)) found.push(at)
  }
  return found
}
