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
  readonly indexes: readonly number[]
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
  /** By field: what the term that is being added counts there. One array, because there may be thousands of terms. */
  readonly #factors: Float64Array

  constructor(index: SegmentIndex<StoredDocument>, options: ScoringOptions) {
    this.#index = index
    this.#options = options
    this.#constant = options.k1 * (1 - options.b)
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

  /** @param weights the term's own, by field, or what they were normalized to. */
  add({ indexes, occurrences, marks }: WeightedTerm, weights: Float64Array, to: Scores): void {
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
    const { lengths, postingStarts, postings } = this.#index.segments[at]!.segment
    const [scores, marked, factors] = [to.scores[at]!, to.marks[at]!, this.#factors]
    const end = postingStarts[term + 1]!
    let document = 0
    for (let next = postingStarts[term]!; next < end;) {
      // Varints, read here because this is the inner loop of every query.
      let byte = postings[next++]!
      let key = byte & 0x7f
      for (let scale = 0x80; byte >= 0x80; scale *= 0x80) key += ((byte = postings[next++]!) & 0x7f) * scale
      byte = postings[next++]!
      let occurrences = byte & 0x7f
      for (let scale = 0x80; byte >= 0x80; scale *= 0x80)
        occurrences += ((byte = postings[next++]!) & 0x7f) * scale
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
