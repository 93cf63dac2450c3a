import { exactPrefix } from './analysis/term-prefixes'
import { isStopWord, stemOf } from './analysis/words'
import type { PlannedWord, QueryPlan } from './query-plan'
import { expandFuzzy, findIn, hasPrefix } from './segments/expand-term'
import type { MarkedClause } from './segments/score-clauses'
import type { StoredDocument } from './segments/segment'
import type { SegmentIndex } from './segments/segment-index'

export interface Correction {
  readonly word: string
  readonly instead: readonly string[]
  readonly stems: readonly string[]
}

/** A word of fewer letters is taken as it is. */
const shortestForOne = 4
const shortestForTwo = 8
const mostInstead = 8
/** A longer one is no word that was mistyped. */
const longest = 40
/** To look for others takes long, and who misspells more has pasted something. */
const mostCorrected = 10

/**
 * Takes words that are spelled nearly the same for those that no document has: one edit away from four letters on, two
 * from eight on; the nearer ones if there are any.
 */
export function correctWords(
  index: SegmentIndex<StoredDocument>,
  plan: QueryPlan,
): { readonly plan: QueryPlan; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = []
  const clauses: MarkedClause[] = []
  let looked = 0
  for (const word of plan.words) {
    const template = plan.clauses.find(({ mark }) => mark === word.mark)
    if (template === undefined || template.presence === 'prohibited' || !isUnknown(index, word)) continue
    if ((looked += 1) > mostCorrected) break
    const instead = nearest(index, word.word)
    if (instead.length === 0) continue
    corrections.push({ word: word.word, instead, stems: instead.map(stemOf) })
    for (const stem of new Set(instead.map(stemOf)))
      clauses.push({ ...template, term: stem, isPrefix: false })
  }
  return clauses.length === 0
    ? { plan, corrections }
    : { plan: { ...plan, clauses: [...plan.clauses, ...clauses] }, corrections }
}

function isUnknown(index: SegmentIndex<StoredDocument>, { word, isCjk, isUnfinished }: PlannedWord): boolean {
  if (isCjk || word.length < shortestForOne || word.length > longest || isStopWord(word)) return false
  if (findIn(index, stemOf(word)) !== undefined) return false
  return !isUnfinished || !hasPrefix(index, exactPrefix + word)
}

function nearest(index: SegmentIndex<StoredDocument>, word: string): string[] {
  const within = (distance: 1 | 2): string[] =>
    expandFuzzy(index, { word, namespace: exactPrefix, distance })
      .map(({ term }) => term.slice(exactPrefix.length))
      .slice(0, mostInstead)
  const near = within(1)
  return near.length > 0 || word.length < shortestForTwo ? near : within(2)
}
