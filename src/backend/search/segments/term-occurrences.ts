import type { TermUses } from './piece-terms'
import { startOf, type TokensByPiece } from './token-log'

/** Where one term after the other occurs. */
export class TermOccurrences {
  /** Of each occurrence of the term that was read: the key of its field, the code of its token, and how the term lies in that. */
  keys = new Uint32Array(1024)
  codes = new Uint32Array(1024)
  uses = new Uint32Array(1024)
  length = 0
  /** Room to merge into. */
  #others: [keys: Uint32Array<ArrayBuffer>, codes: Uint32Array<ArrayBuffer>, uses: Uint32Array<ArrayBuffer>] =
    [new Uint32Array(1024), new Uint32Array(1024), new Uint32Array(1024)]
  readonly #tokens: TokensByPiece
  readonly #uses: TermUses

  constructor(tokens: TokensByPiece, uses: TermUses) {
    this.#tokens = tokens
    this.#uses = uses
  }

  /** Reads a term's occurrences, in the order of fields and offsets. */
  read(term: number): void {
    const { starts, pieces, codes } = this.#uses
    /** Behind each piece's occurrences. */
    let ends: number[] = []
    this.length = 0
    for (let at = starts[term]!; at < starts[term + 1]!; at += 1) {
      this.#readPiece(pieces[at]!, codes[at]!)
      ends.push(this.length)
    }
    while (ends.length > 1) ends = this.#mergePairs(ends)
  }

  #readPiece(piece: number, use: number): void {
    const { tokens, ends } = this.#tokens
    const end = ends[piece]!
    const start = piece === 0 ? 0 : ends[piece - 1]!
    this.#reserve(this.length + end - start)
    const { keys, codes, uses } = this
    let to = this.length
    for (let at = 2 * start; at < 2 * end; at += 2) {
      keys[to] = tokens[at]!
      codes[to] = tokens[at + 1]!
      uses[to] = use
      to += 1
    }
    this.length = to
  }

  /** Merges the first run with the second, the third with the fourth, and so on. @returns the ends of what that gives. */
  #mergePairs(ends: readonly number[]): number[] {
    const merged: number[] = []
    let start = 0
    for (let run = 0; run < ends.length; run += 2) {
      const middle = ends[run]!
      const end = ends[run + 1] ?? middle
      this.#merge(start, middle, end)
      merged.push(end)
      start = end
    }
    const { keys, codes, uses } = this
    ;[this.keys, this.codes, this.uses] = this.#others
    this.#others = [keys, codes, uses]
    return merged
  }

  #merge(start: number, middle: number, end: number): void {
    const { keys, codes, uses } = this
    const [toKeys, toCodes, toUses] = this.#others
    let first = start
    let second = middle
    for (let to = start; to < end; to += 1) {
      const takesFirst =
        second === end ||
        (first < middle && !isAfter(keys[first]!, codes[first]!, keys[second]!, codes[second]!))
      const from = takesFirst ? first++ : second++
      toKeys[to] = keys[from]!
      toCodes[to] = codes[from]!
      toUses[to] = uses[from]!
    }
  }

  #reserve(length: number): void {
    if (length <= this.keys.length) return
    const size = Math.max(2 * this.keys.length, length)
    for (const name of ['keys', 'codes', 'uses'] as const) {
      const longer = new Uint32Array(size)
      longer.set(this[name])
      this[name] = longer
    }
    this.#others = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
  }
}

/** Whether a token stands behind another one. */
function isAfter(key: number, code: number, otherKey: number, otherCode: number): boolean {
  return key === otherKey ? startOf(code) > startOf(otherCode) : key > otherKey
}
