import type { IndexedDocument } from './indexed-document'
import { scoring } from './search-fields'
import type { FoundDocument } from './search-protocol'
import { scoreClauses, type MarkedClause } from './segments/score-clauses'
import { readText } from './segments/segment'
import type { SegmentIndex } from './segments/segment-index'
import { topDocuments } from './segments/top-documents'
import { tellingTerms } from './telling-terms'

export interface RelatedDocument extends FoundDocument {
  readonly score: number
}

/** So many of a document's most telling terms are looked for in the others. */
const mostTerms = 24
/** Of a long document the beginning tells what it is about. */
const mostRead = 20_000

/**
 * Documents that share the telling terms of one, by the index's own weights; the nearest first. A question and its
 * answers are not related but belong together, and are left out.
 */
export function relatedDocuments(
  index: SegmentIndex<IndexedDocument>,
  id: string,
  limit: number,
): RelatedDocument[] {
  const place = index.place(id)
  if (place === undefined) return []
  const own = place.segment.documents[place.document]!
  const { title } = own
  const text = readText(place.segment, place.document, 0, mostRead)
  const telling = tellingTerms(index, [title, title, title, text].join('\n')).slice(0, mostTerms)
  const clauses = telling.map(({ term, weight }, at): MarkedClause => ({
    term,
    boost: weight,
    isPrefix: false,
    editDistance: 0,
    fields: undefined,
    presence: 'optional',
    // Two terms in common are more than chance.
    mark: (1 << (at % 32)) >>> 0,
  }))
  const scores = scoreClauses(index, clauses, scoring)
  const { best } = topDocuments(index, scores, {
    limit,
    acceptsMarks: marks => ((marks & (marks - 1)) === 0 ? false : undefined),
    accepts: (_marks, document) => document.id !== id && !isAnswerTo(own, document),
  })
  return best.map(({ document, score }) => {
    const { kind, path, title: name, section, questions } = document
    return { kind, id: document.id, path, title: name, section, questions, score }
  })
}

/** Whether one of two is a question and the other an answer to it. */
function isAnswerTo(one: IndexedDocument, other: IndexedDocument): boolean {
  return one.kind !== other.kind && one.questions.some(question => other.questions.includes(question))
}
