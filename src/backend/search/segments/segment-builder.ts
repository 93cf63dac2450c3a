import type { AnalyzedTerm, Analyzer } from './analyzer'
import { bytesInMemory, bytesInPieces } from './byte-source'
import { gapBefore, gapBits } from './gap-code'
import { growBuffer } from './grow-buffer'
import { GrowingLists, ownNumber, recordSize } from './growing-lists'
import { hashOf } from './hash-units'
import { NumberList } from './number-list'
import { PieceTable } from './piece-table'
import { asideWeight, fieldBits, type Segment, type StoredDocument } from './segment'
import { sortedOrder } from './sorted-order'
import { TermList } from './term-list'
import { textBytes } from './text-bytes'

/** From `start` up to `end`, in UTF-16 units. */
export type Span = readonly [start: number, end: number]

/** A document as it is given to an index. */
export interface IndexableDocument<Document extends StoredDocument> {
  readonly document: Document
  /** The text of each field, in the index's order of fields. */
  readonly fields: readonly string[]
  /** By field: what starts before this offset counts twice. None does by default. */
  readonly leads?: readonly number[]
  /** By field: spans of it that count as asides (`asideWeight`), in order. None are by default. */
  readonly asides?: readonly (readonly Span[])[]
  /** What snippets are taken from: the text of the field whose offsets are asked for. */
  readonly text: string
}

/**
 * Gathers documents and freezes them into a segment; after that it is empty, and ready for those of the next one. What
 * is gathered lies in memory as it will lie in the segment: the bytes of each term's postings and positions.
 */
export class SegmentBuilder<Document extends StoredDocument> {
  readonly #analyzer: Analyzer
  readonly #fieldCount: number
  readonly #fieldBits: number
  #documents: Document[] = []
  #lengths = new NumberList()
  #texts: ReturnType<typeof textBytes>[] = []
  #textBytes = 0
  /** The terms that occurred, numbered. */
  readonly #terms = new PieceTable()
  /** The pieces that occurred, and by piece: where in `#pieceTerms` its terms are, or 0. */
  #pieces = new NumberList()
  #pieceStarts = new Uint32Array(1024)
  /** Of a piece: how many terms, then for each of them its number and its `codeOf`. */
  #pieceTerms = new NumberList()
  /** The units of a term. */
  #units = new Uint16Array(64)
  /**
   * Two lists for each term, postings and positions. The last posting is not written yet: beside the postings are one more
   * than its key, or 0, its number of occurrences and its `documentDelta` with the field, beside the positions the last
   * offset, how many postings there are, and how many occurrences of the last one are in asides.
   */
  readonly #lists = new GrowingLists()

  constructor(analyzer: Analyzer, fieldCount: number) {
    this.#analyzer = analyzer
    this.#fieldCount = fieldCount
    this.#fieldBits = fieldBits(fieldCount)
    this.#clear()
  }

  /** How many documents there are. */
  get size(): number {
    return this.#documents.length
  }

  /** How much memory they take, in bytes. */
  get bytes(): number {
    return this.#lists.size + this.#textBytes
  }

  add({ document, fields, leads, asides, text }: IndexableDocument<Document>): void {
    const first = (this.#documents.length << this.#fieldBits) >>> 0
    this.#documents.push(document)
    const stored = textBytes(text)
    this.#texts.push(stored)
    this.#textBytes += stored.bytes.length
    for (let field = 0; field < this.#fieldCount; field += 1) {
      const marked = { lead: leads?.[field] ?? 0, asides: asides?.[field] ?? [] }
      this.#lengths.push(this.#addField(fields[field] ?? '', first + field, marked))
    }
  }

  build(): Segment<Document> {
    const terms = this.#terms.pieces()
    const order = sortedOrder(terms)
    const segment = {
      documents: this.#documents,
      lengths: this.#lengths.view().slice(),
      terms: TermList.of(Array.from(order, number => terms[number]!)),
      ...this.#freezePostings(order),
      ...this.#freezePositions(order),
      ...joinTexts(this.#texts),
    }
    this.#clear()
    return segment
  }

  /** @param key the number of the document, then in `fieldBits` that of the field. */
  #addField(text: string, key: number, { lead, asides }: { lead: number; asides: readonly Span[] }): number {
    let length = 0
    let asideLength = 0
    let next = 0
    this.#analyzer.analyze(text, (piece, start) => {
      while (next < asides.length && asides[next]![1] <= start) next += 1
      const isAside = next < asides.length && asides[next]![0] <= start
      const times = start < lead && !isAside ? 2 : 1
      let at = this.#startOf(piece)
      for (let left = this.#pieceTerms.at(at++); left > 0; left -= 1) {
        const number = this.#pieceTerms.at(at++)
        const code = this.#pieceTerms.at(at++)
        if ((code & 1) === 1) {
          if (isAside) asideLength += 1
          else length += times
        }
        this.#addOccurrences(number, key, times)
        if (isAside) this.#lists.records[number * termSize + asidesAt]! += 1
        if (code < 2) continue
        const offset = start + (code >>> 1) - 1
        const gap = gapBefore(text, offset)
        for (let time = 0; time < times; time += 1) this.#addPosition(number, offset, gap)
      }
    })
    return length + Math.ceil(asideLength * asideWeight)
  }

  #startOf(piece: number): number {
    if (piece >= this.#pieceStarts.length) this.#pieceStarts = grown(this.#pieceStarts, piece + 1)
    const known = this.#pieceStarts[piece]!
    if (known > 0) return known
    this.#pieces.push(piece)
    const terms = this.#analyzer.termsOf(piece)
    const start = this.#pieceTerms.push(terms.length)
    this.#pieceStarts[piece] = start
    for (const term of terms) {
      this.#pieceTerms.push(this.#numberOf(term.term))
      this.#pieceTerms.push(codeOf(term))
    }
    return start
  }

  #numberOf(term: string): number {
    if (term.length > this.#units.length) this.#units = new Uint16Array(term.length * 2)
    for (let at = 0; at < term.length; at += 1) this.#units[at] = term.charCodeAt(at)
    const hash = hashOf(this.#units, 0, term.length)
    const number = this.#terms.numberOf(this.#units, 0, term.length, hash)
    this.#lists.reserve(2 * number + 1)
    return number
  }

  #addOccurrences(number: number, key: number, times: number): void {
    const { records } = this.#lists
    const at = number * termSize
    const last = records[at + keyAt]!
    if (last === key + 1) {
      records[at + countAt]! += times
      return
    }
    if (last > 0) this.#writePosting(number)
    const document = (key >>> this.#fieldBits) - (last > 0 ? (last - 1) >>> this.#fieldBits : 0)
    const field = key & ((1 << this.#fieldBits) - 1)
    records[at + stepAt] = (document << this.#fieldBits) | field
    records[at + keyAt] = key + 1
    records[at + countAt] = times
    records[at + offsetAt] = 0
    records[at + asidesAt] = 0
    records[at + postingsAt]! += 1
  }

  /** Writes the last posting of a term. */
  #writePosting(number: number): void {
    const { records } = this.#lists
    const step = records[number * termSize + stepAt]!
    const count = records[number * termSize + countAt]!
    const asides = records[number * termSize + asidesAt]!
    const isSingle = count === 1 && asides === 0
    this.#lists.writeVarint(2 * number, ((step << 1) | (isSingle ? 1 : 0)) >>> 0)
    if (!isSingle) this.#lists.writeVarint(2 * number, (count << 1) | (asides > 0 ? 1 : 0))
    if (asides > 0) this.#lists.writeVarint(2 * number, asides)
  }

  #addPosition(number: number, offset: number, gap: number): void {
    const at = number * termSize + offsetAt
    const delta = offset - this.#lists.records[at]!
    this.#lists.writeVarint(2 * number + 1, (delta << gapBits) | gap)
    this.#lists.records[at] = offset
  }

  #freezePostings(order: Uint32Array) {
    const { records } = this.#lists
    const postingCounts = new Uint32Array(order.length)
    for (let index = 0; index < order.length; index += 1) {
      const number = order[index]!
      this.#writePosting(number)
      postingCounts[index] = records[number * termSize + postingsAt]!
    }
    const { starts: postingStarts, bytes: postings } = this.#lists.join(order.map(number => 2 * number))
    return { postingCounts, postingStarts, postings }
  }

  #freezePositions(order: Uint32Array) {
    const { starts: positionStarts, bytes } = this.#lists.join(order.map(number => 2 * number + 1))
    return { positionStarts, positions: bytesInMemory(bytes) }
  }

  /** Numbers of pieces may be high where there are few of them, so that only what was used is set back. */
  #clear(): void {
    for (const piece of this.#pieces.view()) this.#pieceStarts[piece] = 0
    this.#pieces = new NumberList()
    this.#pieceTerms = new NumberList()
    this.#pieceTerms.push(0)
    this.#terms.clear()
    this.#documents = []
    this.#lengths = new NumberList()
    this.#texts = []
    this.#textBytes = 0
    this.#lists.clear()
  }
}

/** In the two records of a term. */
const termSize = 2 * recordSize
const keyAt = ownNumber
const countAt = ownNumber + 1
const stepAt = ownNumber + 2
const offsetAt = recordSize + ownNumber
const postingsAt = recordSize + ownNumber + 1
const asidesAt = recordSize + ownNumber + 2

/** Bit 0: whether the term is scored; above it one more than its offset, or 0. */
function codeOf({ offset, isScored }: AnalyzedTerm): number {
  return (offset === undefined ? 0 : (offset + 1) * 2) + (isScored ? 1 : 0)
}

function grown(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(growBuffer(list.buffer, 4 * Math.max(list.length * 2, length)))
}

function joinTexts(texts: readonly ReturnType<typeof textBytes>[]) {
  const textStarts = new Uint32Array(texts.length + 1)
  const isWide = new Uint8Array(texts.length)
  for (const [index, text] of texts.entries()) {
    textStarts[index + 1] = textStarts[index]! + text.bytes.length
    isWide[index] = text.isWide ? 1 : 0
  }
  return { textStarts, isWide, texts: bytesInPieces(texts.map(({ bytes }) => bytes)) }
}
