import { NoteAnalyzer } from './analysis/note-analyzer'
import { exactPrefix, stopPrefix } from './analysis/term-prefixes'
import type { IndexedDocument } from './indexed-document'
import { scoring } from './search-fields'
import { termsOf } from './segments/analyzer'
import { findIn } from './segments/expand-term'
import { DocumentScorer } from './segments/score-documents'
import type { SegmentIndex } from './segments/segment-index'

export interface TellingTerm {
  /** A stem, or a pair of CJK characters. */
  readonly term: string
  readonly weight: number
  /** UTF-16 offset of the first token that it stands for. */
  readonly start: number
}

/**
 * The terms of a text that documents of the index have, by what each tells of it: how often it occurs, damped, times how
 * rare it is. The heaviest first.
 */
export function tellingTerms(index: SegmentIndex<IndexedDocument>, text: string): TellingTerm[] {
  const scorer = new DocumentScorer(index, scoring)
  const weighed = [...countTerms(text)].flatMap(([term, { count, start }]): TellingTerm[] => {
    const found = findIn(index, term)
    return found === undefined
      ? []
      : [{ term, weight: Math.log2(1 + count) * scorer.idf(found.occurrences), start }]
  })
  return weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
}

/** How often each stem and pair occurs in a text, and where first. */
export function countTerms(text: string): Map<string, { readonly count: number; readonly start: number }> {
  const counts = new Map<string, { count: number; start: number }>()
  const analyzer = new NoteAnalyzer()
  analyzer.analyze(text, (_, start) => {
    for (const { term } of termsOf(analyzer)) {
      if (term.startsWith(exactPrefix) || term.startsWith(stopPrefix) || term.length < 2) continue
      const known = counts.get(term)
      if (known === undefined) counts.set(term, { count: 1, start })
      else known.count += 1
    }
  })
  return counts
}
