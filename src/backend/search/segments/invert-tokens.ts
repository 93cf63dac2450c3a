import { bytesInMemory } from './byte-source'
import { ByteWriter } from './byte-writer'
import { gapBits } from './gap-code'
import { gapOfUse, offsetOfUse, type PieceTerms } from './piece-terms'
import type { Segment } from './segment'
import { sortedOrder } from './sorted-order'
import { TermList } from './term-list'
import { TermOccurrences } from './term-occurrences'
import { countsTwice, gapOf, isInAside, startOf, type TokenLog } from './token-log'

type Inverted = Pick<
  Segment,
  'terms' | 'postingCounts' | 'postingStarts' | 'postings' | 'lastDocuments' | 'positionStarts' | 'positions'
>

/**
 * The terms of a segment with their postings and positions: tokens are dealt out by their pieces in one pass, and the postings of
 * each term, in the order of the terms, are made of those of its pieces. (Sort-based inversion: Witten, Moffat and Bell,
 * "Managing Gigabytes", chapter 5, with a distribution in place of a sort.)
 *
 * @param log is empty afterwards.
 */
export function invertTokens(log: TokenLog, pieces: PieceTerms, fieldBits: number): Inverted {
  const terms = pieces.terms()
  const order = sortedOrder(terms)
  const writer = new PostingWriter(fieldBits, bytesPerToken * log.size + fewestBytes)
  const occurrences = new TermOccurrences(log.takeByPiece(pieces.size), pieces.usesByTerm())
  const postingCounts = new Uint32Array(order.length)
  const postingStarts = new Uint32Array(order.length + 1)
  const lastDocuments = new Uint32Array(order.length)
  const positionStarts = new Uint32Array(order.length + 1)
  for (let at = 0; at < order.length; at += 1) {
    occurrences.read(order[at]!)
    postingCounts[at] = writer.write(occurrences)
    postingStarts[at + 1] = writer.postings.length
    lastDocuments[at] = writer.lastDocument
    positionStarts[at + 1] = writer.positions.length
  }
  return {
    terms: TermList.of(terms, order),
    postingCounts,
    postingStarts,
    postings: writer.postings.finish(),
    lastDocuments,
    positionStarts,
    positions: bytesInMemory(writer.positions.finish()),
  }
}

/** More than most texts take, so that what was written is not copied into more room: room alone takes no memory. */
const bytesPerToken = 4
const fewestBytes = 1024

/** Writes postings and positions as a segment has them. */
class PostingWriter {
  readonly postings: ByteWriter
  readonly positions: ByteWriter
  /** Of the term that was written last. */
  lastDocument = 0
  readonly #fieldBits: number

  /** @param capacity of each, in bytes. */
  constructor(fieldBits: number, capacity: number) {
    this.#fieldBits = fieldBits
    this.postings = new ByteWriter(capacity)
    this.positions = new ByteWriter(capacity)
  }

  /** @returns how many postings the term has. */
  write({ keys, codes, uses, length }: TermOccurrences): number {
    let written = 0
    let document = 0
    for (let at = 0; at < length; written += 1) {
      const key = keys[at]!
      let count = 0
      let asides = 0
      let offset = 0
      for (; at < length && keys[at] === key; at += 1) {
        const code = codes[at]!
        const times = (code & countsTwice) === 0 ? 1 : 2
        count += times
        asides += code & isInAside
        if (uses[at] !== 0) offset = this.#writePosition(code, uses[at]!, times, offset)
      }
      const field = key & ((1 << this.#fieldBits) - 1)
      const step = (((key >>> this.#fieldBits) - document) << this.#fieldBits) | field
      this.#writePosting(step, count, asides)
      document = key >>> this.#fieldBits
    }
    this.lastDocument = document
    return written
  }

  #writePosting(step: number, count: number, asides: number): void {
    const isSingle = count === 1 && asides === 0
    this.postings.writeVarint(((step << 1) | (isSingle ? 1 : 0)) >>> 0)
    if (!isSingle) this.postings.writeVarint((count << 1) | (asides > 0 ? 1 : 0))
    if (asides > 0) this.postings.writeVarint(asides)
  }

  /** @returns the offset that was written. */
  #writePosition(code: number, use: number, times: number, before: number): number {
    const offset = startOf(code) + offsetOfUse(use)
    const gap = gapOfUse(use, gapOf(code))
    this.positions.writeVarint(((offset - before) << gapBits) | gap)
    if (times === 2) this.positions.writeVarint(gap)
    return offset
  }
}
