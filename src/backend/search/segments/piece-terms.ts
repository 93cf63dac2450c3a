import { noOffset, type Analyzer, type VisitTerm } from './analyzer'
import { gapBefore, gapBits, longGap } from './gap-code'
import { growBuffer } from './grow-buffer'
import { hashOf } from './hash-units'
import { NumberList } from './number-list'
import { PieceTable } from './piece-table'
import type { UnitSpans } from './sorted-order'

/** By the analyzer's number of a piece: one more than the number here, or 0, then how many of its terms are scored. */
const recordSize = 2

/** The terms that pieces of text are found by. Pieces and terms are numbered from 0 on, in the order in which they are met. */
export class PieceTerms {
  readonly #analyzer: Analyzer
  /** The analyzer's numbers of the pieces. */
  #pieces = new NumberList()
  /** What is asked for each word lies together. */
  #records = new Uint32Array(recordSize * 1024)
  readonly #terms = new PieceTable()
  /** One for each term of a piece: the piece, the term, and how it lies in it (`useCode`). */
  #uses = new NumberList()
  /** The piece whose terms are being visited: its number, where it is, and how many of its terms are scored. */
  #number = 0
  #text = ''
  #start = 0
  #scored = 0

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer
  }

  /** How many pieces there are. */
  get size(): number {
    return this.#pieces.length
  }

  /** The number of the piece that the analyzer visits, at an offset of a text. */
  numberOf(piece: number, text: string, start: number): number {
    if (recordSize * piece >= this.#records.length) this.#grow(piece + 1)
    const known = this.#records[recordSize * piece]!
    return known > 0 ? known - 1 : this.#add(piece, text, start)
  }

  /** How many terms of a piece are scored, by the analyzer's number, once it has one here. */
  scoredOf(piece: number): number {
    return this.#records[recordSize * piece + 1]!
  }

  /** All terms, in the order of their numbers; as long as nothing is added. */
  terms(): UnitSpans {
    return this.#terms.spans()
  }

  /** By term: in which pieces it is, in the order of the pieces, then of its offsets. */
  usesByTerm(): TermUses {
    const uses = this.#uses.view()
    const starts = new Uint32Array(this.#terms.size + 1)
    for (let at = 1; at < uses.length; at += useSize) starts[uses[at]! + 1]! += 1
    for (let term = 0; term < this.#terms.size; term += 1) starts[term + 1]! += starts[term]!
    const next = starts.slice()
    const pieces = new Uint32Array(uses.length / useSize)
    const codes = new Uint32Array(uses.length / useSize)
    for (let at = 0; at < uses.length; at += useSize) {
      const to = next[uses[at + 1]!]!++
      pieces[to] = uses[at]!
      codes[to] = uses[at + 2]!
    }
    return { starts, pieces, codes }
  }

  /** Numbers of the analyzer may be high where there are few pieces, so that only what was used is set back. */
  clear(): void {
    for (const piece of this.#pieces.view()) this.#records[recordSize * piece] = 0
    this.#pieces = new NumberList()
    this.#uses = new NumberList()
    this.#terms.clear()
  }

  #add(piece: number, text: string, start: number): number {
    const number = this.#pieces.push(piece)
    this.#number = number
    this.#text = text
    this.#start = start
    this.#scored = 0
    this.#analyzer.visitTerms(this.#addTerm)
    this.#text = ''
    this.#records[recordSize * piece] = number + 1
    this.#records[recordSize * piece + 1] = this.#scored
    return number
  }

  readonly #addTerm: VisitTerm = (units, length, offset, isScored) => {
    if (isScored) this.#scored += 1
    this.#uses.push(this.#number)
    this.#uses.push(this.#terms.numberOf(units, 0, length, hashOf(units, 0, length)))
    this.#uses.push(useCode(offset, this.#text, this.#start))
  }

  #grow(pieces: number): void {
    const length = Math.max(this.#records.length * 2, recordSize * pieces)
    this.#records = new Uint32Array(growBuffer(this.#records.buffer, 4 * length))
  }
}

const useSize = 3

/** By number of a term: its uses are those from `starts` of it up to `starts` of the next one. */
export interface TermUses {
  readonly starts: Uint32Array
  readonly pieces: Uint32Array
  readonly codes: Uint32Array
}

/**
 * How a term lies in its piece: 0 when it has no position; else one more than its offset, and below that in `gapBits` how many
 * signs of the piece right before it are no letters or digits.
 */
function useCode(offset: number, text: string, start: number): number {
  if (offset === noOffset) return 0
  const gap = offset === 0 ? 0 : gapBefore(text.slice(start, start + offset), offset)
  return ((offset + 1) << gapBits) | gap
}

/** The offset of a term in its piece, by its `useCode`. */
export function offsetOfUse(use: number): number {
  return (use >>> gapBits) - 1
}

/** `gapBefore` a term whose piece has the gap `before`. */
export function gapOfUse(use: number, before: number): number {
  const offset = offsetOfUse(use)
  const gap = use & ((1 << gapBits) - 1)
  // Otherwise a letter or digit of the piece ends it.
  return gap >= offset ? Math.min(longGap, offset + before) : gap
}
