import { NoteAnalyzer, stopPrefix, exactPrefix } from './analysis/note-analyzer'
import type { IndexedDocument } from './indexed-document'
import { scoring } from './search-fields'
import type { FoundDocument } from './search-protocol'
import { findIn } from './segments/expand-term'
import { scoreClauses, type MarkedClause } from './segments/score-clauses'
import { DocumentScorer } from './segments/score-documents'
import { readText } from './segments/segment'
import type { SegmentIndex } from './segments/segment-index'
import { topDocuments } from './segments/top-documents'

export interface RelatedDocument extends FoundDocument {
  readonly score: number
}

/** So many of a document's most telling terms are looked for in the others. */
const mostTerms = 24
/** Of a long document the beginning tells what it is about. */
const mostRead = 20_000

/** Documents that share the telling terms of one, by the index's own weights; the nearest first. */
export function relatedDocuments(
  index: SegmentIndex<IndexedDocument>,
  id: string,
  limit: number,
): RelatedDocument[] {
  const place = index.place(id)
  if (place === undefined) return []
  const { title } = place.segment.documents[place.document]!
  const text = readText(place.segment, place.document, 0, mostRead)
  const clauses = tellingTerms(index, [title, title, title, text].join('\n')).map(
    ([term, boost], at): MarkedClause => ({
      term,
      boost,
      isPrefix: false,
      editDistance: 0,
      fields: undefined,
      presence: 'optional',
      // Two terms in common are more than chance.
      mark: (1 << (at % 32)) >>> 0,
    }),
  )
  const scores = scoreClauses(index, clauses, scoring)
  const { best } = topDocuments(index, scores, {
    limit,
    accepts: (marks, document) => document.id !== id && (marks & (marks - 1)) !== 0,
  })
  return best.map(({ document, score }) => {
    const { kind, path, title: name, section, questions } = document
    return { kind, id: document.id, path, title: name, section, questions, score }
  })
}

/** The terms of a text by what each adds: how often it occurs, damped, times how rare it is. */
function tellingTerms(index: SegmentIndex<IndexedDocument>, text: string): [term: string, weight: number][] {
  const counts = new Map<string, number>()
  new NoteAnalyzer().analyze(text, terms => {
    for (const { term } of terms) {
      if (term.startsWith(exactPrefix) || term.startsWith(stopPrefix) || term.length < 2) continue
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  })
  const scorer = new DocumentScorer(index, scoring)
  const weighed = [...counts].flatMap(([term, count]): [string, number][] => {
    const found = findIn(index, term)
    return found === undefined ? [] : [[term, Math.log2(1 + count) * scorer.idf(found.occurrences)]]
  })
  return weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostTerms)
}
