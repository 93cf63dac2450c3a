import { asideWeight, fieldBits, type StoredDocument } from './segment'
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

  add(run: TermRun, weights: RunWeights, to: Scores): void {
    this.#weigh(weights)
    for (const [at, idfs] of this.#idfsOf(run)) {
      const target = { scores: to.scores[at]!, marked: to.marks[at]! }
      this.#addIn(at, run.starts[at]!, { idfs, marks: weights.marks }, target)
    }
  }

  /**
   * As `add`, for a run of many terms: they are summed up by themselves first. All fields that a term counts in have the
   * same mark.
   */
  addMany(run: TermRun, weights: RunWeights, to: Scores): void {
    this.#weigh(weights)
    const mark = weights.marks.reduce((all, each) => all | each, 0)
    const isScored = weights.weights.some(weight => weight > 0)
    for (const [at, idfs] of this.#idfsOf(run)) {
      const { lengths, postingStarts } = this.#index.segments[at]!.segment
      const [scores, marked] = [to.scores[at]!, to.marks[at]!]
      const sums = new Float64Array(scores.length)
      const bytes = postingStarts[run.ends[at]!]! - postingStarts[run.starts[at]!]!
      if (isScored && bytes > 2 * lengths.length) {
        this.#sumUp(at, run.starts[at]!, idfs, sums)
        for (let document = 0; document < sums.length; document += 1) {
          if (sums[document]! > 0) marked[document]! |= mark
        }
      } else this.#addIn(at, run.starts[at]!, { idfs, marks: weights.marks }, { scores: sums, marked })
      for (let document = 0; document < sums.length; document += 1) scores[document]! += sums[document]!
    }
  }

  #weigh({ weights }: RunWeights): void {
    for (let field = 0; field < this.#factors.length; field += 1) {
      this.#factors[field] =
        weights[field]! * (this.#options.fieldWeights[field] ?? 1) * (this.#options.k1 + 1)
    }
  }

  #idfsOf({ occurrences }: TermRun): [at: number, idfs: Float64Array][] {
    return occurrences.flatMap((counts, at): [number, Float64Array][] => {
      if (counts.length === 0) return []
      const idfs = new Float64Array(counts.length)
      const known = new Float64Array(mostKnown)
      for (let term = 0; term < counts.length; term += 1) {
        const count = counts[term]!
        if (count >= mostKnown) idfs[term] = this.idf(count)
        else if (count > 0) idfs[term] = known[count] ||= this.idf(count)
      }
      return [[at, idfs]]
    })
  }

  #addIn(
    at: number,
    first: number,
    { idfs, marks }: { readonly idfs: Float64Array; readonly marks: Uint32Array },
    { scores, marked }: { readonly scores: Float64Array; readonly marked: Uint32Array },
  ): void {
    const { fieldCount } = this.#index
    const bits = fieldBits(fieldCount)
    const fieldMask = (1 << bits) - 1
    const { lengths, postingStarts, postings } = this.#index.segments[at]!.segment
    const [factors, perLength, constant] = [this.#factors, this.#perLength, this.#constant]
    let next = postingStarts[first]!
    for (let term = 0; term < idfs.length; term += 1) {
      const idf = idfs[term]!
      const end = postingStarts[first + term + 1]!
      let document = 0
      while (next < end) {
        // Varints, read here because this is the inner loop of every query.
        let byte = postings[next++]!
        let value = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) value |= ((byte = postings[next++]!) & 0x7f) << shift
        let occurrences = 1
        if ((value & 1) === 0) {
          byte = postings[next++]!
          let count = byte & 0x7f
          for (let shift = 7; byte >= 0x80; shift += 7) count |= ((byte = postings[next++]!) & 0x7f) << shift
          occurrences = count >>> 1
          if ((count & 1) === 1) {
            let asides = (byte = postings[next++]!) & 0x7f
            for (let shift = 7; byte >= 0x80; shift += 7)
              asides |= ((byte = postings[next++]!) & 0x7f) << shift
            occurrences -= asides * (1 - asideWeight)
          }
        }
        const key = value >>> 1
        document += key >>> bits
        const field = key & fieldMask
        const mark = marks[field]!
        if (mark === 0) continue
        const norm = constant + perLength[field]! * lengths[document * fieldCount + field]!
        scores[document]! += idf * (factors[field]! * (occurrences / (norm + occurrences)))
        marked[document]! |= mark
      }
    }
  }

  /**
   * The loop of `#addIn` again for many postings: norms come from a table, and there is no branch that the processor would
   * often guess wrongly.
   */
  #sumUp(at: number, first: number, idfs: Float64Array, sums: Float64Array): void {
    const { fieldCount } = this.#index
    const bits = fieldBits(fieldCount)
    const fieldMask = (1 << bits) - 1
    const documentMask = ~fieldMask
    const { lengths, postingStarts, postings } = this.#index.segments[at]!.segment
    const factors = this.#factors
    const norms = this.#norms(lengths)
    let next = postingStarts[first]!
    for (let term = 0; term < idfs.length; term += 1) {
      const idf = idfs[term]!
      const end = postingStarts[first + term + 1]!
      let key = 0
      while (next < end) {
        let byte = postings[next]!
        const more = byte >>> 7
        const second = postings[next + more]!
        let value = (byte & 0x7f) | (((second & 0x7f) << 7) & -more)
        next += 1 + more
        if ((second & -more) >= 0x80) {
          byte = second
          for (let shift = 14; byte >= 0x80; shift += 7) value |= ((byte = postings[next++]!) & 0x7f) << shift
        }
        key = (key & documentMask) + (value >>> 1)
        const isMore = ~value & 1
        let count = (postings[next - 1 + isMore]! & -isMore) | ((value & 1) << 1)
        next += isMore
        if (count >= 0x80) {
          count &= 0x7f
          byte = 0x80
          for (let shift = 7; byte >= 0x80; shift += 7) count |= ((byte = postings[next++]!) & 0x7f) << shift
        }
        let occurrences = count >>> 1
        if ((count & 1) === 1) {
          let asides = (byte = postings[next++]!) & 0x7f
          for (let shift = 7; byte >= 0x80; shift += 7) asides |= ((byte = postings[next++]!) & 0x7f) << shift
          occurrences -= asides * (1 - asideWeight)
        }
        const weight = factors[key & fieldMask]! * (occurrences / (norms[key]! + occurrences))
        sums[key >>> bits]! += idf * weight
      }
    }
  }

  /** The part by length, by key as postings have it. Valid until the next call. */
  #norms(lengths: Uint32Array): Float64Array {
    const { fieldCount } = this.#index
    const bits = fieldBits(fieldCount)
    const documents = lengths.length / fieldCount
    if (documents << bits > spare.length) spare = new Float64Array(documents << bits)
    for (let document = 0; document < documents; document += 1) {
      for (let field = 0; field < fieldCount; field += 1) {
        const length = lengths[document * fieldCount + field]!
        spare[(document << bits) + field] = this.#constant + this.#perLength[field]! * length
      }
    }
    return spare
  }
}

/** Most terms of a long run occur less often: the idf of each such number is made once. */
const mostKnown = 64

/** Room that is not to be made anew for each query. */
let spare = new Float64Array()
