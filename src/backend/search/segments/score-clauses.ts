import type { Clause } from './clause'
import { expandFuzzy, expandPrefix, findIn, type FoundTerm } from './expand-term'
import {
  DocumentScorer,
  emptyScores,
  type Scores,
  type ScoringOptions,
  type WeightedTerm,
} from './score-documents'
import type { StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'

/** A clause with the bits that it sets on a document it matches; with none of them it only scores. */
export interface MarkedClause extends Clause {
  readonly mark: number
}

interface Weights {
  readonly weights: Float64Array
  readonly marks: Uint32Array
}

/**
 * Scores all documents by the clauses of a query that are not `prohibited` (those only mark). A document's score is
 * lunr's: the sum over fields of the products of the term's weight in the query and in the field, divided by the
 * length of the query's vector for that field. https://lunrjs.com/docs/lunr.Index.html#query
 */
export function scoreClauses(
  index: SegmentIndex<StoredDocument>,
  clauses: readonly MarkedClause[],
  options: ScoringOptions,
): Scores {
  const found = weighTerms(index, clauses)
  const squares = new Float64Array(index.fieldCount)
  for (const { weights } of found) {
    for (let field = 0; field < squares.length; field += 1) squares[field]! += weights[field]! ** 2
  }
  const factors = squares.map(square => (square === 0 ? 0 : 1 / Math.sqrt(square)))
  const scores = emptyScores(index)
  const scorer = new DocumentScorer(index, options)
  const normalized = new Map<Float64Array, Float64Array>()
  for (const term of found) {
    let weights = normalized.get(term.weights)
    if (weights === undefined) {
      weights = term.weights.map((weight, field) => weight * factors[field]!)
      normalized.set(term.weights, weights)
    }
    scorer.add(term, weights, scores)
  }
  return scores
}

function weighTerms(index: SegmentIndex<StoredDocument>, clauses: readonly MarkedClause[]): WeightedTerm[] {
  const expansions = clauses.map(clause => ({ clause, terms: expand(index, clause) }))
  const isShared = new Set(sharedTerms(expansions.map(({ terms }) => terms)))
  const alone: WeightedTerm[] = []
  const shared = new Map<string, WeightedTerm>()
  for (const { clause, terms } of expansions) {
    const own = weightsOf(clause, index.fieldCount)
    for (const { term, indexes, occurrences } of terms) {
      if (!isShared.has(term)) {
        alone.push({ indexes, occurrences, weights: own.weights, marks: own.marks })
        continue
      }
      const known = shared.get(term)
      if (known === undefined)
        shared.set(term, { indexes, occurrences, weights: own.weights.slice(), marks: own.marks.slice() })
      else addWeights(known, own)
    }
  }
  return [...alone, ...shared.values()]
}

/** Terms that more than one clause asks for. Each expansion is sorted, and only one of a query tends to be long. */
function sharedTerms(expansions: readonly (readonly FoundTerm[])[]): string[] {
  const [longest = [], ...others] = expansions.toSorted((a, b) => b.length - a.length)
  const seen = new Set<string>()
  return others.flat().flatMap(({ term }) => {
    const isShared = seen.has(term) || has(longest, term)
    seen.add(term)
    return isShared ? [term] : []
  })
}

function has(sorted: readonly FoundTerm[], term: string): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.term < term) low = middle + 1
    else high = middle
  }
  return sorted[low]?.term === term
}

function expand(index: SegmentIndex<StoredDocument>, clause: Clause): readonly FoundTerm[] {
  if (clause.isPrefix) return expandPrefix(index, clause.term)
  if (clause.editDistance > 0) {
    const distance = clause.editDistance as 1 | 2
    return expandFuzzy(index, { word: clause.term, namespace: '', distance })
  }
  const found = findIn(index, clause.term)
  return found === undefined ? [] : [found]
}

function weightsOf({ boost, fields, presence, mark }: MarkedClause, fieldCount: number): Weights {
  const weights = new Float64Array(fieldCount)
  const marks = new Uint32Array(fieldCount)
  for (let field = 0; field < fieldCount; field += 1) {
    if (fields !== undefined && !fields.includes(field)) continue
    weights[field] = presence === 'prohibited' ? 0 : boost
    marks[field] = mark
  }
  return { weights, marks }
}

function addWeights({ weights, marks }: WeightedTerm, { weights: more, marks: moreMarks }: Weights): void {
  for (let field = 0; field < weights.length; field += 1) {
    weights[field]! += more[field]!
    marks[field]! |= moreMarks[field]!
  }
}
