import { VarintReader } from './read-postings'
import type { StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'

/** Okapi BM25's parameters, and how much each field weighs. */
export interface ScoringOptions {
  readonly k1: number
  readonly b: number
  readonly fieldWeights: readonly number[]
}

/** A term to score by. */
export interface WeightedTerm {
  /** Index of the term in each segment, or -1. */
  readonly indexes: Int32Array
  /** In how many fields of documents it occurs. */
  readonly occurrences: number
  /** By field: factor on the score there; 0 leaves the field out. */
  readonly weights: Float64Array
  /** By field: bits to set in `Scores.marks` where the term occurs there. */
  readonly marks: Uint32Array
}

/** Scores and marks of every document of every segment, by segment. */
export interface Scores {
  readonly scores: readonly Float64Array[]
  readonly marks: readonly Uint32Array[]
}

/** Scores and marks for all documents of an index, none yet. */
export function emptyScores(index: SegmentIndex<StoredDocument>): Scores {
  return {
    scores: index.segments.map(({ segment }) => new Float64Array(segment.documents.length)),
    marks: index.segments.map(({ segment }) => new Uint32Array(segment.documents.length)),
  }
}

/**
 * Adds to each document what a term is worth there: lunr's BM25, which counts a document once for each field that a term
 * occurs in (`lunr.idf`), and takes lengths by field. https://lunrjs.com/docs/lunr.Builder.html
 */
export class DocumentScorer {
  readonly #index: SegmentIndex<StoredDocument>
  readonly #options: ScoringOptions
  /** k1 * (1 - b) + k1 * b * length / average: the part by length, by field. */
  readonly #perLength: Float64Array
  readonly #constant: number
  readonly #readers: readonly VarintReader[]
  /** By field: what the term that is being added counts there. One array, because there may be thousands of terms. */
  readonly #factors: Float64Array

  constructor(index: SegmentIndex<StoredDocument>, options: ScoringOptions) {
    this.#index = index
    this.#options = options
    this.#constant = options.k1 * (1 - options.b)
    this.#readers = index.segments.map(({ segment }) => new VarintReader(segment.postings))
    this.#factors = new Float64Array(index.fieldCount)
    this.#perLength = Float64Array.from({ length: index.fieldCount }, (_, field) => {
      const average = index.averageLength(field)
      return average === 0 ? 0 : (options.k1 * options.b) / average
    })
  }

  /** How rare a term is that occurs so many times: lunr's inverse document frequency. */
  idf(occurrences: number): number {
    const { size } = this.#index
    return Math.log(1 + Math.abs((size - occurrences + 0.5) / (occurrences + 0.5)))
  }

  add({ indexes, occurrences, weights, marks }: WeightedTerm, to: Scores): void {
    const factors = this.#factors
    const factor = this.idf(occurrences) * (this.#options.k1 + 1)
    for (let field = 0; field < factors.length; field += 1) {
      factors[field] = weights[field]! * factor * (this.#options.fieldWeights[field] ?? 1)
    }
    for (let at = 0; at < indexes.length; at += 1) {
      if (indexes[at]! >= 0) this.#addIn(at, indexes[at]!, marks, to)
    }
  }

  #addIn(at: number, term: number, marks: Uint32Array, to: Scores): void {
    const { fieldCount } = this.#index
    const { lengths, postingStarts, postingCounts } = this.#index.segments[at]!.segment
    const [scores, marked, factors, reader] = [
      to.scores[at]!,
      to.marks[at]!,
      this.#factors,
      this.#readers[at]!,
    ]
    reader.at = postingStarts[term]!
    let document = 0
    for (let left = postingCounts[term]!; left > 0; left -= 1) {
      const key = reader.next()
      const occurrences = reader.next()
      const delta = Math.floor(key / fieldCount)
      const field = key - delta * fieldCount
      document += delta
      const mark = marks[field]!
      if (mark === 0) continue
      const length = lengths[document * fieldCount + field]!
      const norm = this.#constant + this.#perLength[field]! * length
      scores[document]! += (factors[field]! * occurrences) / (norm + occurrences)
      marked[document]! |= mark
    }
  }
}
