import type { AnalyzedTerm, Analyzer } from './analyzer'
import { bytesInMemory } from './byte-source'
import { ByteWriter } from './byte-writer'
import { NumberList } from './number-list'
import type { Segment, StoredDocument } from './segment'
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
  readonly #termIds = new Map<string, number>()
  readonly #idsOfToken = new Map<readonly AnalyzedTerm[], Int32Array>()
  /** By term: the row of its occurrences in the field being read, and that field's number. */
  readonly #lastRow = new NumberList()
  readonly #lastField = new NumberList()
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
    const terms = [...this.#termIds.keys()].sort()
    const rows = this.#rowsByTerm(terms)
    return {
      documents: this.#documents,
      lengths: this.#lengths.view().slice(),
      terms,
      ...this.#writePostings(rows),
      ...this.#writePositions(rows),
      ...joinTexts(this.#texts),
    }
  }

  #addField(text: string, field: number, lead: number): number {
    let length = 0
    this.#analyzer.analyze(text, (terms, start) => {
      const ids = this.#idsOfToken.get(terms) ?? this.#learn(terms)
      const times = start < lead ? 2 : 1
      for (let index = 0; index < ids.length; index += 1) {
        const { offset, isScored } = terms[index]!
        if (isScored) length += times
        for (let time = 0; time < times; time += 1) {
          const row = this.#rowOf(ids[index]!, field)
          if (offset === undefined) continue
          this.#placeRow.push(row)
          this.#placeOffset.push(start + offset)
        }
      }
    })
    return length
  }

  #learn(terms: readonly AnalyzedTerm[]): Int32Array {
    const ids = Int32Array.from(terms, ({ term }) => {
      const known = this.#termIds.get(term)
      if (known !== undefined) return known
      const id = this.#termIds.size
      this.#termIds.set(term, id)
      this.#lastRow.push(0)
      // No field has this number plus one yet.
      this.#lastField.push(0)
      return id
    })
    this.#idsOfToken.set(terms, ids)
    return ids
  }

  #rowOf(term: number, field: number): number {
    if (this.#lastField.at(term) === field + 1) {
      const row = this.#lastRow.at(term)
      this.#rowCount.increment(row)
      return row
    }
    const row = this.#rowTerm.push(term)
    this.#rowField.push(field)
    this.#rowCount.push(1)
    this.#lastRow.set(term, row)
    this.#lastField.set(term, field + 1)
    return row
  }

  /** Rows sorted by term, then by field of document (they were made in that order), with where each term's begin. */
  #rowsByTerm(terms: readonly string[]): { readonly order: Uint32Array; readonly starts: Uint32Array } {
    const rank = new Uint32Array(terms.length)
    for (const [index, term] of terms.entries()) rank[this.#termIds.get(term)!] = index
    return sortByKey(this.#rowTerm.view(), rank, terms.length)
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
