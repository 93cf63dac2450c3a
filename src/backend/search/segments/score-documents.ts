import { fieldBits, type StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'

/** Okapi BM25's parameters, and how much each field weighs. */
export interface ScoringOptions {
  readonly k1: number
  readonly b: number
  readonly fieldWeights: readonly number[]
}

/** Terms to score by, all with the same weights: neighbours in the order of each segment. */
export interface TermRun {
  /** By segment: index of the first of the terms, and one more than that of the last. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** By segment and term of the run: in how many fields of documents it occurs in all segments; 0 to score nothing by it. */
  readonly occurrences: readonly Uint32Array[]
}

/** What the terms of a run count, and what they tell. */
export interface RunWeights {
  /** By field: factor on the score there; 0 leaves the field out. */
  readonly weights: Float64Array
  /** By field: bits to set in `Scores.marks` where a term occurs there. */
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
  /** By field: what a term of the run that is being added counts there. */
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

  add({ starts, ends, occurrences }: TermRun, { weights, marks }: RunWeights, to: Scores): void {
    for (let field = 0; field < this.#factors.length; field += 1) {
      this.#factors[field] = weights[field]! * (this.#options.fieldWeights[field] ?? 1) * (this.#options.k1 + 1)
    }
    for (let at = 0; at < starts.length; at += 1) {
      if (starts[at]! === ends[at]!) continue
      const idfs = Float64Array.from(occurrences[at]!, count => (count === 0 ? 0 : this.idf(count)))
      this.#addIn(at, starts[at]!, idfs, { marks, to })
    }
  }

  #addIn(
    at: number,
    first: number,
    idfs: Float64Array,
    { marks, to }: { readonly marks: Uint32Array; readonly to: Scores },
  ): void {
    const { fieldCount } = this.#index
    const bits = fieldBits(fieldCount)
    const fieldMask = (1 << bits) - 1
    const { lengths, postingStarts, postings } = this.#index.segments[at]!.segment
    const [scores, marked] = [to.scores[at]!, to.marks[at]!]
    const [factors, perLength, constant] = [this.#factors, this.#perLength, this.#constant]
    let next = postingStarts[first]!
    for (let term = 0; term < idfs.length; term += 1) {
      const idf = idfs[term]!
      const end = postingStarts[first + term + 1]!
      let document = 0
      while (next < end) {
        // Varints, read here because this is the inner loop of every query.
        let byte = postings[next++]!
        let key = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) key |= ((byte = postings[next++]!) & 0x7f) << shift
        byte = postings[next++]!
        let occurrences = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) occurrences |= ((byte = postings[next++]!) & 0x7f) << shift
        document += key >>> bits
        const field = key & fieldMask
        const mark = marks[field]!
        if (mark === 0) continue
        const norm = constant + perLength[field]! * lengths[document * fieldCount + field]!
        scores[document]! += (idf * factors[field]! * occurrences) / (norm + occurrences)
        marked[document]! |= mark
      }
    }
  }
}
