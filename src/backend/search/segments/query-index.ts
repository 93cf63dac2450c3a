import type { Clause } from './clause'
import { scoreClauses } from './score-clauses'
import type { ScoringOptions } from './score-documents'
import type { StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'
import { topDocuments, type RankedDocument } from './top-documents'

/**
 * What `lunr.Index.query` answers to the same clauses: documents that have every required term, none of the prohibited
 * ones and, where nothing is required, any of the others; best first.
 *
 * @throws RangeError for more than 32 clauses.
 */
export function queryIndex<Document extends StoredDocument>(
  index: SegmentIndex<Document>,
  clauses: readonly Clause[],
  { limit, ...options }: ScoringOptions & { readonly limit: number },
): { readonly total: number; readonly best: RankedDocument<Document>[] } {
  if (clauses.length > 32) throw new RangeError(`too many clauses: ${clauses.length}`)
  const scores = scoreClauses(
    index,
    clauses.map((clause, at) => ({ ...clause, mark: (1 << at) >>> 0 })),
    options,
  )
  const bits = (presence: Clause['presence']): number =>
    clauses.reduce((mask, clause, at) => (clause.presence === presence ? mask | (1 << at) : mask), 0) >>> 0
  const [required, prohibited, optional] = [bits('required'), bits('prohibited'), bits('optional')]
  const isOnlyNegative = required === 0 && optional === 0
  return topDocuments(index, scores, {
    limit,
    acceptsMarks: marks =>
      (marks & required) >>> 0 === required &&
      (marks & prohibited) === 0 &&
      (isOnlyNegative || required !== 0 || (marks & optional) !== 0),
  })
}
