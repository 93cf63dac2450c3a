import type { ByteSource } from './byte-source'
import type { TermList } from './term-list'

/** A document of an index: what is kept beside its terms. `id` is unique in the index. */
export interface StoredDocument {
  readonly id: string
}

/**
 * A part of an index that never changes: the terms of some documents, sorted, and where each occurs.
 *
 * `postings` holds for each term a run of varints: `key << 1 | isSingle` for each field of a document that it occurs in.
 * Where it does so more than once, or in an aside, `occurrences << 1 | hasAsides` follows, and how many of them are in asides
 * where any is. The key is `documentDelta << fieldBits(fieldCount) | field`;
 * `documentDelta` is from the posting before, documents are numbered within the segment. Postings are
 * sorted by document, then by field. `positions` holds for each term whose occurrences have one, in the order of its
 * postings, varints: the difference of the offsets in UTF-16 units, each posting from 0 anew, and in the lowest two bits
 * `gapBefore` the offset.
 */
export interface Segment<Document extends StoredDocument = StoredDocument> {
  readonly documents: readonly Document[]
  /** Length of each field in scored terms: `document * fieldCount + field`. */
  readonly lengths: Uint32Array
  readonly terms: TermList
  readonly postingCounts: Uint32Array
  /** One more than there are terms: a term's postings end where the next one's begin. */
  readonly postingStarts: Uint32Array
  readonly postings: Uint8Array
  /** By term: the number of the last document that it occurs in. Of a segment from a file it is not known. */
  readonly lastDocuments?: Uint32Array | undefined
  /** As `postingStarts`; nothing between two of them for a term without positions. */
  readonly positionStarts: Uint32Array
  readonly positions: ByteSource
  /** As `postingStarts`, by document. */
  readonly textStarts: Uint32Array
  /** 1 where a text has a character beyond U+00FF: it takes two bytes a unit then, else one. */
  readonly isWide: Uint8Array
  readonly texts: ByteSource
}

/** How much an occurrence in an aside counts: a part of one elsewhere, in scores as in lengths. */
export const asideWeight = 0.5

/** How many bits the number of a field takes in postings. */
export function fieldBits(fieldCount: number): number {
  return 32 - Math.clz32(fieldCount - 1)
}

/** The stored text of a document from `start` up to `end`, in UTF-16 units; all of it by default. */
export function readText(segment: Segment, document: number, start = 0, end = Infinity): string {
  const unit = segment.isWide[document] === 1 ? 2 : 1
  const first = segment.textStarts[document]!
  const length = (segment.textStarts[document + 1]! - first) / unit
  const from = Math.max(0, Math.min(start, length))
  const to = Math.max(from, Math.min(end, length))
  const bytes = segment.texts.read(first + from * unit, first + to * unit)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString(unit === 2 ? 'utf16le' : 'latin1')
}

/** So many bytes of texts are read at once. */
const bytesAtOnce = 1 << 18

/** The stored texts of documents from `first` on, one after the other. */
export function* readTexts(segment: Segment, first: number): Generator<[document: number, text: string]> {
  const { documents, textStarts, isWide, texts } = segment
  for (let from = first; from < documents.length;) {
    let to = from + 1
    while (to < documents.length && textStarts[to + 1]! - textStarts[from]! <= bytesAtOnce) to += 1
    const start = textStarts[from]!
    const bytes = texts.read(start, textStarts[to]!)
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (; from < to; from += 1) {
      const encoding = isWide[from] === 1 ? 'utf16le' : 'latin1'
      yield [from, buffer.toString(encoding, textStarts[from]! - start, textStarts[from + 1]! - start)]
    }
  }
}

/** Length of a document's stored text in UTF-16 units. */
export function textLength(segment: Segment, document: number): number {
  const bytes = segment.textStarts[document + 1]! - segment.textStarts[document]!
  return segment.isWide[document] === 1 ? bytes / 2 : bytes
}
