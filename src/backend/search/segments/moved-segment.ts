import { bytesInPieces } from './byte-source'
import type { Segment, StoredDocument } from './segment'
import type { DocumentCodec } from './segment-file'
import { TermList } from './term-list'

/**
 * A segment on its way to another thread: its arrays change hands as they are, nothing is copied. Nothing that stays behind
 * may share their buffers.
 */
export interface MovedSegment {
  /** What the codec gave. */
  readonly documents: unknown
  readonly arrays: Omit<Segment, 'documents' | 'terms' | 'positions' | 'texts'>
  readonly termUnits: Uint8Array | Uint16Array
  readonly termStarts: Uint32Array
  readonly positions: readonly Uint8Array[]
  readonly texts: readonly Uint8Array[]
}

export function movedSegment<Document extends StoredDocument>(
  { documents, terms, positions, texts, ...arrays }: Segment<Document>,
  codec: Pick<DocumentCodec<Document>, 'encode'>,
): MovedSegment {
  return {
    documents: codec.encode(documents),
    arrays,
    termUnits: terms.units,
    termStarts: terms.starts,
    positions: [...positions.parts()],
    texts: [...texts.parts()],
  }
}

/** The segment, where it arrived. */
export function arrivedSegment<Document extends StoredDocument>(
  { documents, arrays, termUnits, termStarts, positions, texts }: MovedSegment,
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
  const views = segments.flatMap(({ arrays, termUnits, termStarts, positions, texts }) => [
    ...Object.values(arrays).filter(array => array !== undefined),
    termUnits,
    termStarts,
    ...positions,
    ...texts,
  ])
  // Nothing of an index lies in a `SharedArrayBuffer`.
  return [...new Set(views.map(({ buffer }) => buffer as ArrayBuffer))]
}
