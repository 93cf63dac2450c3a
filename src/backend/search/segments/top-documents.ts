import type { Scores } from './score-documents'
import type { Segment, StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'

export interface RankedDocument<Document extends StoredDocument> {
  readonly document: Document
  readonly score: number
  readonly marks: number
  /** Where it lies. */
  readonly segment: Segment<Document>
  readonly number: number
}

export interface TopOptions<Document extends StoredDocument> {
  readonly limit: number
  /** Whether documents with these marks are accepted; undefined where `accepts` decides on each. */
  readonly acceptsMarks: (marks: number) => boolean | undefined
  readonly accepts?: (marks: number, document: Document) => boolean
  /** By segment: how many of its documents are looked at; all by default. */
  readonly ends?: readonly number[] | undefined
}

/** The `limit` best of the documents that are accepted, and how many are; equal scores by id. */
export function topDocuments<Document extends StoredDocument>(
  index: SegmentIndex<Document>,
  { scores, marks }: Scores,
  { limit, acceptsMarks, accepts = () => true, ends }: TopOptions<Document>,
): { readonly total: number; readonly best: RankedDocument<Document>[] } {
  const best: RankedDocument<Document>[] = []
  const verdicts = new Verdicts(acceptsMarks)
  let total = 0
  let lowest = -Infinity
  for (const [at, { segment, dead }] of index.segments.entries()) {
    const [scoresHere, marksHere] = [scores[at]!, marks[at]!]
    const end = ends?.[at] ?? marksHere.length
    for (let number = 0; number < end; number += 1) {
      const mark = marksHere[number]!
      const verdict = verdicts.of(mark)
      if (verdict === no || dead?.[number] === 1) continue
      if (verdict === byDocument && !accepts(mark, segment.documents[number]!)) continue
      total += 1
      const score = scoresHere[number]!
      if (score < lowest) continue
      insert(best, { document: segment.documents[number]!, score, marks: mark, segment, number }, limit)
      if (best.length === limit) lowest = best.at(-1)?.score ?? Infinity
    }
  }
  return { total, best }
}

const no = 1
const yes = 2
const byDocument = 3

/** What marks alone decide, each found out once. */
class Verdicts {
  readonly #acceptsMarks: (marks: number) => boolean | undefined
  /** By marks, those of a query of few words; 0 where it is not known yet. */
  readonly #few = new Uint8Array(256)
  readonly #others = new Map<number, number>()

  constructor(acceptsMarks: (marks: number) => boolean | undefined) {
    this.#acceptsMarks = acceptsMarks
  }

  of(marks: number): number {
    if (marks < this.#few.length) return this.#few[marks]! || (this.#few[marks] = this.#find(marks))
    const known = this.#others.get(marks) ?? this.#find(marks)
    this.#others.set(marks, known)
    return known
  }

  #find(marks: number): number {
    const isAccepted = this.#acceptsMarks(marks)
    return isAccepted === undefined ? byDocument : isAccepted ? yes : no
  }
}

function insert<Document extends StoredDocument>(
  best: RankedDocument<Document>[],
  ranked: RankedDocument<Document>,
  limit: number,
): void {
  let [low, high] = [0, best.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBetter(ranked.score, ranked.document, best[middle]!)) high = middle
    else low = middle + 1
  }
  best.splice(low, 0, ranked)
  if (best.length > limit) best.pop()
}

function isBetter(
  score: number,
  { id }: StoredDocument,
  than: { readonly score: number; readonly document: StoredDocument },
): boolean {
  return score > than.score || (score === than.score && id < than.document.id)
}
