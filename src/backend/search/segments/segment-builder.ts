import type { Analyzer } from './analyzer'
import { gapBefore } from './gap-code'
import { NumberList } from './number-list'
import { invertTokens } from './invert-tokens'
import { PieceTerms } from './piece-terms'
import { asideWeight, fieldBits, type Segment, type StoredDocument } from './segment'
import { StoredTexts } from './stored-texts'
import { countsTwice, isInAside, longestField, TokenLog } from './token-log'

/** From `start` up to `end`, in UTF-16 units. */
export type Span = readonly [start: number, end: number]

/** A document as it is given to an index. */
export interface IndexableDocument<Document extends StoredDocument> {
  readonly document: Document
  /** The text of each field, in the index's order of fields; shorter than `longestField`. */
  readonly fields: readonly string[]
  /** By field: what starts before this offset counts twice. None does by default. */
  readonly leads?: readonly number[]
  /** By field: spans of it that count as asides (`asideWeight`), in order. None are by default. */
  readonly asides?: readonly (readonly Span[])[]
  /** What snippets are taken from: the text of the field whose offsets are asked for. */
  readonly text: string
}

/** A token in the log. */
const bytesPerToken = 8

/**
 * Gathers documents and freezes them into a segment; after that it is empty, and ready for those of the next one. While they
 * are gathered it only writes down which piece of text is where, one after the other; terms and their postings are made of
 * that when it freezes (`invertTokens`).
 */
export class SegmentBuilder<Document extends StoredDocument> {
  readonly #analyzer: Analyzer
  readonly #fieldCount: number
  readonly #fieldBits: number
  #documents: Document[] = []
  #lengths = new NumberList()
  readonly #texts = new StoredTexts()
  readonly #pieces: PieceTerms
  readonly #tokens = new TokenLog()

  constructor(analyzer: Analyzer, fieldCount: number) {
    this.#analyzer = analyzer
    this.#fieldCount = fieldCount
    this.#pieces = new PieceTerms(analyzer)
    this.#fieldBits = fieldBits(fieldCount)
  }

  /** How many documents there are. */
  get size(): number {
    return this.#documents.length
  }

  /** How much memory they take, in bytes. */
  get bytes(): number {
    return bytesPerToken * this.#tokens.size + this.#texts.bytes
  }

  /** @throws RangeError when a field is too long. */
  add({ document, fields, leads, asides, text }: IndexableDocument<Document>): void {
    if (fields.some(({ length }) => length >= longestField))
      throw new RangeError(`a field of ${document.id} is too long`)
    const first = (this.#documents.length << this.#fieldBits) >>> 0
    this.#documents.push(document)
    this.#texts.add(text)
    for (let field = 0; field < this.#fieldCount; field += 1) {
      this.#tokens.startField(first + field)
      const marked = { lead: leads?.[field] ?? 0, asides: asides?.[field] ?? [] }
      this.#lengths.push(this.#addField(fields[field] ?? '', marked))
    }
  }

  build(): Segment<Document> {
    const segment = {
      documents: this.#documents,
      lengths: this.#lengths.view().slice(),
      ...invertTokens(this.#tokens, this.#pieces, this.#fieldBits),
      ...this.#texts.take(),
    }
    this.#documents = []
    this.#lengths = new NumberList()
    this.#pieces.clear()
    return segment
  }

  #addField(text: string, { lead, asides }: { lead: number; asides: readonly Span[] }): number {
    let length = 0
    let asideLength = 0
    let next = 0
    this.#analyzer.analyze(text, (piece, start) => {
      while (next < asides.length && asides[next]![1] <= start) next += 1
      const isAside = next < asides.length && asides[next]![0] <= start
      const flags = isAside ? isInAside : start < lead ? countsTwice : 0
      const number = this.#pieces.numberOf(piece, text, start)
      const scored = this.#pieces.scoredOf(piece)
      if (isAside) asideLength += scored
      else length += flags === countsTwice ? 2 * scored : scored
      this.#tokens.push(number, start, gapBefore(text, start), flags)
    })
    return length + Math.ceil(asideLength * asideWeight)
  }
}
