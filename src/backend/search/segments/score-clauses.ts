import type { Clause } from './clause'
import { expandFuzzy, expandPrefix, findIn, prefixRun, runOf, type FoundTerm } from './expand-term'
import {
  DocumentScorer,
  emptyScores,
  type RunWeights,
  type Scores,
  type ScoringOptions,
  type TermRun,
} from './score-documents'
import type { StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'

/** A clause with the bits that it sets on a document it matches; with none of them it only scores. */
export interface MarkedClause extends Clause {
  readonly mark: number
}

/** A run and its weights; of a prefix with how many of its terms documents have. */
interface WeightedRun extends RunWeights {
  readonly run: TermRun
  readonly size: number | undefined
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
  for (const { weights, size } of found) {
    for (let field = 0; field < squares.length; field += 1)
      squares[field]! += (size ?? 1) * weights[field]! ** 2
  }
  const factors = squares.map(square => (square === 0 ? 0 : 1 / Math.sqrt(square)))
  const scores = emptyScores(index)
  const scorer = new DocumentScorer(index, options)
  for (const { run, size, weights, marks } of found) {
    const normalized = weights.map((weight, field) => weight * factors[field]!)
    const weighed = { weights: normalized, marks }
    if (size === undefined) scorer.add(run, weighed, scores)
    else scorer.addMany(run, weighed, scores)
  }
  return scores
}

/** A prefix is taken as one run, unless another one has terms of it too: terms that are asked for twice are weighed together. */
function weighTerms(index: SegmentIndex<StoredDocument>, clauses: readonly MarkedClause[]): WeightedRun[] {
  const isRun = clauses.map(clause => clause.isPrefix && !overlapsAny(clause, clauses))
  const expansions = clauses.map((clause, at) => (isRun[at] === true ? [] : expand(index, clause)))
  const runClauses = clauses.filter((_, at) => isRun[at])
  const isShared = new Set(sharedTerms(expansions))
  const shared = new Map<string, { readonly found: FoundTerm; readonly weights: RunWeights }>()
  const alone: WeightedRun[] = []
  for (const [at, terms] of expansions.entries()) {
    const own = weightsOf(clauses[at]!, index.fieldCount)
    for (const found of terms) {
      const isInRun = runClauses.some(({ term }) => found.term.startsWith(term))
      if (!isInRun && !isShared.has(found.term)) alone.push({ run: runOf(found), size: undefined, ...own })
      else addWeights(shared, found, own)
    }
  }
  for (const clause of runClauses) {
    const run = prefixRun(index, clause.term)
    const own = weightsOf(clause, index.fieldCount)
    const inRun = [...shared.values()].filter(({ found }) => found.term.startsWith(clause.term))
    for (const { found } of inRun) {
      addWeights(shared, found, own)
      found.indexes.forEach((term, at) => term >= 0 && (run.occurrences[at]![term - run.starts[at]!] = 0))
    }
    alone.push({ run, size: run.size - inRun.length, ...own })
  }
  return [
    ...alone,
    ...[...shared.values()].map(({ found, weights }) => ({ run: runOf(found), size: undefined, ...weights })),
  ]
}

function overlapsAny(clause: Clause, clauses: readonly Clause[]): boolean {
  return clauses.some(
    other =>
      other !== clause &&
      other.isPrefix &&
      (other.term.startsWith(clause.term) || clause.term.startsWith(other.term)),
  )
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

function weightsOf({ boost, fields, presence, mark }: MarkedClause, fieldCount: number): RunWeights {
  const weights = new Float64Array(fieldCount)
  const marks = new Uint32Array(fieldCount)
  for (let field = 0; field < fieldCount; field += 1) {
    if (fields !== undefined && !fields.includes(field)) continue
    weights[field] = presence === 'prohibited' ? 0 : boost
    marks[field] = mark
  }
  return { weights, marks }
}

function addWeights(
  shared: Map<string, { readonly found: FoundTerm; readonly weights: RunWeights }>,
  found: FoundTerm,
  { weights: more, marks: moreMarks }: RunWeights,
): void {
  const known = shared.get(found.term)
  if (known === undefined) {
    shared.set(found.term, { found, weights: { weights: more.slice(), marks: moreMarks.slice() } })
    return
  }
  const { weights, marks } = known.weights
  for (let field = 0; field < weights.length; field += 1) {
    weights[field]! += more[field]!
    marks[field]! |= moreMarks[field]!
  }
}
