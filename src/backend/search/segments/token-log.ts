import { gapBits } from './gap-code'
import { freeBuffer } from './grow-buffer'
import { NumberList } from './number-list'

/** What is said of a token beside its place. */
export const isInAside = 1
export const countsTwice = 2

const flagBits = 2
const startShift = flagBits + gapBits

/** Fields are shorter than this, in UTF-16 units (some 268 million). */
export const longestField = 2 ** (32 - startShift)

/** The parts of a token's code: its offset, `gapBefore` that, and whether it is in an aside or counts twice. */
export function startOf(code: number): number {
  return code >>> startShift
}

export function gapOf(code: number): number {
  return (code >>> flagBits) & ((1 << gapBits) - 1)
}

/** Tokens by the piece of text that they are occurrences of, those of each in their order. */
export interface TokensByPiece {
  /** Of each token the key of its field (`document << fieldBits | field`), then its code. */
  readonly tokens: Uint32Array<ArrayBuffer>
  /** By piece: behind its last token in `tokens`, in tokens. It begins where the one before ends. */
  readonly ends: Uint32Array
}

/** Tokens of a chunk; enough for a note, and a fraction of what many take. */
const chunkTokens = 1 << 15

/**
 * Writes down which piece of text occurs where, in the order of fields and offsets. Writing goes on at one end, so that many
 * documents cost no more a word than few do: what is near in time is near in memory. It lies there in chunks, which never move.
 */
export class TokenLog {
  /** Of each token the number of its piece, then its code; all but the last chunk are full. */
  #chunks: Uint32Array<ArrayBuffer>[] = []
  #chunk = new Uint32Array(2 * chunkTokens)
  /** Numbers in the last chunk. */
  #used = 0
  /** Of each field its key, and how many tokens there are before it. */
  #fields = new NumberList()

  /** How many tokens there are. */
  get size(): number {
    return this.#chunks.length * chunkTokens + this.#used / 2
  }

  /** What is pushed from now on is in this field. @param key above those before. */
  startField(key: number): void {
    this.#fields.push(key)
    this.#fields.push(this.size)
  }

  /** @param flags `isInAside`, `countsTwice`, or both. */
  push(piece: number, start: number, gap: number, flags: number): void {
    if (this.#used === 2 * chunkTokens) this.#startChunk()
    this.#chunk[this.#used] = piece
    this.#chunk[this.#used + 1] = (start << startShift) | (gap << flagBits) | flags
    this.#used += 2
  }

  /** Deals all tokens out by their pieces, and is empty then. @param pieces how many there are. */
  takeByPiece(pieces: number): TokensByPiece {
    const { size } = this
    const dealt = { tokens: new Uint32Array(2 * size), ends: sumsBefore(this.#countByPiece(pieces)) }
    this.#fields.push(0)
    this.#fields.push(size)
    const fields = this.#fields.view()
    let field = 0
    const chunks = [...this.#chunks, this.#chunk]
    for (const [at, chunk] of chunks.entries()) {
      const first = at * chunkTokens
      const end = Math.min(first + chunkTokens, size)
      for (let token = first; token < end; field += 2) {
        const fieldEnd = Math.min(fields[field + 3]!, end)
        deal(chunk.subarray(2 * (token - first), 2 * (fieldEnd - first)), fields[field]!, dealt)
        token = fieldEnd
        if (fields[field + 3]! > end) break
      }
      // The last one is for what comes next.
      if (at < chunks.length - 1) freeBuffer(chunk.buffer)
    }
    this.#chunks = []
    this.#used = 0
    this.#fields = new NumberList()
    return dealt
  }

  /** Apart from the writing: many looks at memory, one after the other, wait for each other less in a loop of their own. */
  #countByPiece(pieces: number): Uint32Array {
    const counts = new Uint32Array(pieces)
    for (const chunk of this.#chunks) countPieces(chunk, chunk.length, counts)
    countPieces(this.#chunk, this.#used, counts)
    return counts
  }

  #startChunk(): void {
    this.#chunks.push(this.#chunk)
    this.#chunk = new Uint32Array(2 * chunkTokens)
    this.#used = 0
  }
}

/** A function for each chunk: one loop around all of them would be compiled anew for each. */
function countPieces(chunk: Uint32Array, end: number, counts: Uint32Array): void {
  for (let at = 0; at < end; at += 2) counts[chunk[at]!]! += 1
}

/** Deals tokens of one field out. @param ends where the next token of each piece goes. */
function deal(
  log: Uint32Array,
  key: number,
  { tokens, ends }: { tokens: Uint32Array; ends: Uint32Array },
): void {
  for (let at = 0; at < log.length; at += 2) {
    const to = 2 * ends[log[at]!]!++
    tokens[to] = key
    tokens[to + 1] = log[at + 1]!
  }
}

/** By index: the sum of the numbers before it. */
function sumsBefore(counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length)
  for (let at = 1; at < counts.length; at += 1) sums[at] = sums[at - 1]! + counts[at - 1]!
  return sums
}
