import { PostingCursor } from './read-postings'
import { fieldBits, type StoredDocument } from './segment'
import type { LiveSegment, SegmentIndex } from './segment-index'

/**
 * In how many fields of documents a term occurs, without those that are gone.
 *
 * @param indexes index of the term in each segment, or -1.
 */
export function countOccurrences(index: SegmentIndex<StoredDocument>, indexes: readonly number[]): number {
  let count = 0
  for (const [at, live] of index.segments.entries()) {
    const term = indexes[at]!
    if (term >= 0) count += countIn(live, term, index.fieldCount)
  }
  return count
}

/** As `countOccurrences`, in one segment for each of the terms from `start` up to `end`. */
export function countsIn(
  live: LiveSegment<StoredDocument>,
  { start, end }: { readonly start: number; readonly end: number },
  fieldCount: number,
): Uint32Array<ArrayBuffer> {
  const counts = live.segment.postingCounts.slice(start, end)
  if (live.deadCount === 0) return counts
  return counts.map((_, at) => countIn(live, start + at, fieldCount))
}

/** As `countOccurrences`, in one segment that has the term. */
function countIn(
  { segment, dead, deadCount }: LiveSegment<StoredDocument>,
  term: number,
  fieldCount: number,
): number {
  if (dead === undefined || deadCount === 0) return segment.postingCounts[term]!
  const bits = fieldBits(fieldCount)
  const cursor = new PostingCursor(segment, fieldCount, term)
  let count = 0
  while (cursor.next()) if (dead[cursor.key >>> bits] !== 1) count += 1
  return count
}
