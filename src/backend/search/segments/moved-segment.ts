import { bytesInPieces } from './byte-source'
import type { Segment, StoredDocument } from './segment'
import type { DocumentCodec } from './segment-file'
import { TermList } from './term-list'

/**
 * A segment on its way to another thread: its arrays change hands as they are, nothing is copied. Nothing that stays behind
 * may share their buffers.
 */
export interface MovedSegment extends Omit<Segment, 'documents' | 'terms' | 'positions' | 'texts'> {
  /** What the codec of the documents gave; there are as many as `count`. */
  readonly documents: unknown
  readonly count: number
  readonly termUnits: Uint8Array | Uint16Array
  readonly termStarts: Uint32Array
  readonly positions: readonly Uint8Array[]
  readonly texts: readonly Uint8Array[]
}

export function movedSegment<Document extends StoredDocument>(
  segment: Segment<Document>,
  codec: Pick<DocumentCodec<Document>, 'encode'>,
): MovedSegment {
  const { documents, terms, positions, texts, ...arrays } = segment
  return {
    ...arrays,
    documents: codec.encode(documents),
    count: documents.length,
    termUnits: terms.units,
    termStarts: terms.starts,
    positions: [...positions.parts()],
    texts: [...texts.parts()],
  }
}

/** The segment, where it arrived. */
export function arrivedSegment<Document extends StoredDocument>(
  { documents, count: _count, termUnits, termStarts, positions, texts, ...arrays }: MovedSegment,
  codec: Pick<DocumentCodec<Document>, 'decode'>,
): Segment<Document> {
  return {
    ...arrays,
    documents: codec.decode(documents),
    terms: new TermList(termUnits, termStarts),
    positions: bytesInPieces(positions),
    texts: bytesInPieces(texts),
  }
}

/** What changes hands with segments. */
export function buffersOf(segments: readonly MovedSegment[]): ArrayBuffer[] {
  const arrays = segments.flatMap(({ documents: _documents, count: _count, positions, texts, ...rest }) => [
    ...Object.values(rest).filter(array => array !== undefined),
    ...positions,
    ...texts,
  ])
  // Nothing of an index lies in a `SharedArrayBuffer`.
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
