import { mergeSegments } from './merge-segments'
import type { Segment, StoredDocument } from './segment'

/** A segment in an index, with the documents in it that have been replaced or removed since. */
export interface LiveSegment<Document extends StoredDocument> {
  segment: Segment<Document>
  /** 1 where a document is gone; `undefined` while all are there. */
  dead: Uint8Array | undefined
  deadCount: number
}

/** So many segments of one order of size are merged into one of the next. */
const segmentsPerTier = 8
/** A segment with more gone than this share is written anew. */
const mostDead = 0.3

/**
 * An index over segments. Documents come and go one by one: each change makes a small segment and marks what it
 * replaces as gone; small segments are merged into larger ones. What is asked of it is always as if all its documents
 * had been indexed together.
 */
export class SegmentIndex<Document extends StoredDocument> {
  readonly fieldCount: number
  #segments: LiveSegment<Document>[] = []
  readonly #places = new Map<string, { readonly live: LiveSegment<Document>; readonly document: number }>()
  readonly #lengthSums: Float64Array

  constructor(fieldCount: number) {
    this.fieldCount = fieldCount
    this.#lengthSums = new Float64Array(fieldCount)
  }

  get size(): number {
    return this.#places.size
  }

  get segments(): readonly LiveSegment<Document>[] {
    return this.#segments
  }

  get(id: string): Document | undefined {
    const place = this.#places.get(id)
    return place?.live.segment.documents[place.document]
  }

  /** The segment that holds a document, and its number there. */
  place(id: string): { readonly segment: Segment<Document>; readonly document: number } | undefined {
    const place = this.#places.get(id)
    return place === undefined ? undefined : { segment: place.live.segment, document: place.document }
  }

  ids(): IterableIterator<string> {
    return this.#places.keys()
  }

  /** Average length of a field over all documents, in scored terms. */
  averageLength(field: number): number {
    return this.size === 0 ? 0 : this.#lengthSums[field]! / this.size
  }

  /**
   * Takes a segment in; its documents replace those of the same ids.
   *
   * @param without numbers of documents in it that are gone already.
   */
  add(segment: Segment<Document>, without: readonly number[] = []): void {
    if (segment.documents.length <= without.length) return
    const live: LiveSegment<Document> = { segment, dead: undefined, deadCount: 0 }
    for (const document of without) markDead(live, document)
    const isFirst = this.#places.size === 0
    const { documents } = segment
    for (let document = 0; document < documents.length; document += 1) {
      if (live.dead?.[document] === 1) continue
      const { id } = documents[document]!
      if (!isFirst) this.#drop(id)
      this.#places.set(id, { live, document })
    }
    this.#countAll(live)
    this.#segments = [...this.#segments.filter(hasDocuments), live]
    this.#mergeTiers()
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#drop(id)
      this.#places.delete(id)
    }
    this.#segments = this.#segments.filter(hasDocuments)
  }

  /** Merges all that has at most `mostDocuments` documents into one segment: fewer parts to ask and to store. */
  compact(mostDocuments = Infinity): void {
    const small = this.#segments.filter(
      ({ segment, deadCount }) => segment.documents.length - deadCount <= mostDocuments,
    )
    if (small.length > 1 || small.some(({ deadCount }) => deadCount > 0)) this.#merge(small)
  }

  #drop(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    const { live, document } = place
    markDead(live, document)
    this.#discount(live, document)
  }

  /** A document of a segment is gone. */
  #discount({ segment }: LiveSegment<Document>, document: number): void {
    for (let field = 0; field < this.fieldCount; field += 1) {
      this.#lengthSums[field]! -= segment.lengths[document * this.fieldCount + field]!
    }
  }

  /** Counts the documents of a new segment. */
  #countAll({ segment: { lengths }, dead }: LiveSegment<Document>): void {
    const { fieldCount } = this
    const sums = this.#lengthSums
    for (let at = 0, document = 0; at < lengths.length; document += 1) {
      if (dead?.[document] === 1) at += fieldCount
      else for (let field = 0; field < fieldCount; field += 1) sums[field]! += lengths[at++]!
    }
  }

  #mergeTiers(): void {
    for (;;) {
      const worn = this.#segments.filter(
        ({ segment, deadCount }) => deadCount > Math.max(8, segment.documents.length * mostDead),
      )
      const toMerge = this.#fullTier() ?? worn
      if (toMerge.length === 0) return
      this.#merge(toMerge)
    }
  }

  #fullTier(): LiveSegment<Document>[] | undefined {
    const tiers: LiveSegment<Document>[][] = []
    for (const live of this.#segments) {
      const tier = (tiers[tierOf(live.segment.documents.length - live.deadCount)] ??= [])
      if (tier.push(live) === segmentsPerTier) return tier
    }
    return undefined
  }

  #merge(parts: readonly LiveSegment<Document>[]): void {
    const segment = mergeSegments(parts, this.fieldCount)
    const merged: LiveSegment<Document> = { segment, dead: undefined, deadCount: 0 }
    for (const [document, { id }] of segment.documents.entries()) {
      this.#places.set(id, { live: merged, document })
    }
    const gone = new Set(parts)
    const rest = this.#segments.filter(part => !gone.has(part))
    this.#segments = segment.documents.length === 0 ? rest : [...rest, merged]
  }
}

function markDead(live: LiveSegment<StoredDocument>, document: number): void {
  live.dead ??= new Uint8Array(live.segment.documents.length)
  live.dead[document] = 1
  live.deadCount += 1
}

function hasDocuments({ segment, deadCount }: LiveSegment<StoredDocument>): boolean {
  return deadCount < segment.documents.length
}

function tierOf(documents: number): number {
  return Math.floor(Math.log(Math.max(1, documents)) / Math.log(segmentsPerTier))
}
