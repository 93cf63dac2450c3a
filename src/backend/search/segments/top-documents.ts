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
  readonly accepts: (marks: number, document: Document) => boolean
  /** False where no document without marks is accepted, so that those are not even looked at. */
  readonly acceptsUnmarked?: boolean
}

/** The `limit` best of the documents that are accepted, and how many are; equal scores by id. */
export function topDocuments<Document extends StoredDocument>(
  index: SegmentIndex<Document>,
  { scores, marks }: Scores,
  { limit, accepts, acceptsUnmarked = true }: TopOptions<Document>,
): { readonly total: number; readonly best: RankedDocument<Document>[] } {
  const best: RankedDocument<Document>[] = []
  let total = 0
  for (const [at, { segment, dead }] of index.segments.entries()) {
    const marksHere = marks[at]!
    for (let number = 0; number < marksHere.length; number += 1) {
      const mark = marksHere[number]!
      if ((mark === 0 && !acceptsUnmarked) || dead?.[number] === 1) continue
      const document = segment.documents[number]!
      if (!accepts(mark, document)) continue
      total += 1
      const score = scores[at]![number]!
      if (best.length === limit && !isBetter(score, document, best.at(-1)!)) continue
      insert(best, { document, score, marks: mark, segment, number }, limit)
    }
  }
  return { total, best }
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
