import type { AnalyzedTerm, Analyzer } from './analyzer'
import { bytesInMemory } from './byte-source'
import { ByteWriter } from './byte-writer'
import { NumberList } from './number-list'
import type { Segment, StoredDocument } from './segment'
import { sortedOrder } from './sorted-order'
import { textBytes } from './text-bytes'

/** A document as it is given to an index. */
export interface IndexableDocument<Document extends StoredDocument> {
  readonly document: Document
  /** The text of each field, in the index's order of fields. */
  readonly fields: readonly string[]
  /** By field: what starts before this offset counts twice. None does by default. */
  readonly leads?: readonly number[]
  /** What snippets are taken from: the text of the field whose offsets are asked for. */
  readonly text: string
}

/** Gathers documents and freezes them into a segment. One builder makes one segment. */
export class SegmentBuilder<Document extends StoredDocument> {
  readonly #analyzer: Analyzer
  readonly #fieldCount: number
  readonly #documents: Document[] = []
  readonly #lengths = new NumberList()
  /** The terms that occurred, with their numbers. */
  readonly #terms: string[] = []
  readonly #termIds = new NumberList()
  /** By a term's number: the row of its occurrences in the field being read, and one more than that field's number. */
  #lastRow = new Uint32Array(1024)
  #lastField = new Uint32Array(1024)
  /** A row is one term in one field of one document. */
  readonly #rowTerm = new NumberList()
  readonly #rowField = new NumberList()
  readonly #rowCount = new NumberList()
  /** A place is one occurrence with a position. */
  readonly #placeRow = new NumberList()
  readonly #placeOffset = new NumberList()
  readonly #texts: ReturnType<typeof textBytes>[] = []

  constructor(analyzer: Analyzer, fieldCount: number) {
    this.#analyzer = analyzer
    this.#fieldCount = fieldCount
  }

  get size(): number {
    return this.#documents.length
  }

  add({ document, fields, leads, text }: IndexableDocument<Document>): void {
    const first = this.#documents.length * this.#fieldCount
    this.#documents.push(document)
    this.#texts.push(textBytes(text))
    for (let field = 0; field < this.#fieldCount; field += 1) {
      this.#lengths.push(this.#addField(fields[field] ?? '', first + field, leads?.[field] ?? 0))
    }
  }

  build(): Segment<Document> {
    const order = sortedOrder(this.#terms)
    const rows = this.#rowsByTerm(order)
    return {
      documents: this.#documents,
      lengths: this.#lengths.view().slice(),
      terms: Array.from(order, index => this.#terms[index]!),
      ...this.#writePostings(rows),
      ...this.#writePositions(rows),
      ...joinTexts(this.#texts),
    }
  }

  #addField(text: string, field: number, lead: number): number {
    let length = 0
    this.#analyzer.analyze(text, (terms, start) => {
      const times = start < lead ? 2 : 1
      for (let index = 0; index < terms.length; index += 1) {
        const term = terms[index]!
        if (term.isScored) length += times
        const row = this.#rowOf(term, field)
        this.#rowCount.add(row, times)
        if (term.offset === undefined) continue
        for (let time = 0; time < times; time += 1) {
          this.#placeRow.push(row)
          this.#placeOffset.push(start + term.offset)
        }
      }
    })
    return length
  }

  #rowOf({ term, id }: AnalyzedTerm, field: number): number {
    if (id >= this.#lastField.length) this.#growTo(id)
    const lastField = this.#lastField[id]!
    if (lastField === field + 1) return this.#lastRow[id]!
    if (lastField === 0) {
      this.#terms.push(term)
      this.#termIds.push(id)
    }
    const row = this.#rowTerm.push(id)
    this.#rowField.push(field)
    this.#rowCount.push(0)
    this.#lastRow[id] = row
    this.#lastField[id] = field + 1
    return row
  }

  #growTo(id: number): void {
    const length = Math.max(this.#lastField.length * 2, id + 1)
    const [lastRow, lastField] = [new Uint32Array(length), new Uint32Array(length)]
    lastRow.set(this.#lastRow)
    lastField.set(this.#lastField)
    this.#lastRow = lastRow
    this.#lastField = lastField
  }

  /** Rows sorted by term, then by field of document (they were made in that order), with where each term's begin. */
  #rowsByTerm(order: Uint32Array): { readonly order: Uint32Array; readonly starts: Uint32Array } {
    const rank = new Uint32Array(this.#lastField.length)
    for (let index = 0; index < order.length; index += 1) rank[this.#termIds.at(order[index]!)] = index
    return sortByKey(this.#rowTerm.view(), rank, order.length)
  }

  #writePostings({ order, starts }: ReturnType<typeof sortByKey>) {
    const termCount = starts.length - 1
    const postingCounts = new Uint32Array(termCount)
    const postingStarts = new Uint32Array(termCount + 1)
    const writer = new ByteWriter(order.length * 3)
    for (let term = 0; term < termCount; term += 1) {
      postingStarts[term] = writer.length
      postingCounts[term] = starts[term + 1]! - starts[term]!
      let previous = 0
      for (let at = starts[term]!; at < starts[term + 1]!; at += 1) {
        const field = this.#rowField.at(order[at]!)
        const document = Math.floor(field / this.#fieldCount)
        writer.writeVarint((document - previous) * this.#fieldCount + (field % this.#fieldCount))
        writer.writeVarint(this.#rowCount.at(order[at]!))
        previous = document
      }
    }
    postingStarts[termCount] = writer.length
    return { postingCounts, postingStarts, postings: writer.finish() }
  }

  #writePositions({ order, starts }: ReturnType<typeof sortByKey>) {
    const rowRank = new Uint32Array(order.length)
    for (let at = 0; at < order.length; at += 1) rowRank[order[at]!] = at
    const places = sortByKey(this.#placeRow.view(), rowRank, order.length)
    const termCount = starts.length - 1
    const positionStarts = new Uint32Array(termCount + 1)
    const writer = new ByteWriter(places.order.length * 2)
    for (let term = 0; term < termCount; term += 1) {
      positionStarts[term] = writer.length
      for (let row = starts[term]!; row < starts[term + 1]!; row += 1) {
        let previous = 0
        for (let at = places.starts[row]!; at < places.starts[row + 1]!; at += 1) {
          const offset = this.#placeOffset.at(places.order[at]!)
          writer.writeVarint(offset - previous)
          previous = offset
        }
      }
    }
    positionStarts[termCount] = writer.length
    return { positionStarts, positions: bytesInMemory(writer.finish()) }
  }
}

/** Sorts the indexes of `keys` by `rank[key]` and keeps their order where it is equal (a counting sort). */
function sortByKey(
  keys: Uint32Array,
  rank: Uint32Array,
  rankCount: number,
): { readonly order: Uint32Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(rankCount + 1)
  for (let index = 0; index < keys.length; index += 1) starts[rank[keys[index]!]! + 1]! += 1
  for (let index = 0; index < rankCount; index += 1) starts[index + 1]! += starts[index]!
  const next = starts.slice()
  const order = new Uint32Array(keys.length)
  for (let index = 0; index < keys.length; index += 1) order[next[rank[keys[index]!]!]!++] = index
  return { order, starts }
}

function joinTexts(texts: readonly ReturnType<typeof textBytes>[]) {
  const textStarts = new Uint32Array(texts.length + 1)
  const isWide = new Uint8Array(texts.length)
  for (const [index, text] of texts.entries()) {
    textStarts[index + 1] = textStarts[index]! + text.bytes.length
    isWide[index] = text.isWide ? 1 : 0
  }
  const joined = new Uint8Array(textStarts.at(-1) ?? 0)
  for (const [index, { bytes }] of texts.entries()) joined.set(bytes, textStarts[index])
  return { textStarts, isWide, texts: bytesInMemory(joined) }
}
