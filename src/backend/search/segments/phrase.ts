import { gapBits } from './gap-code'
import { VarintReader } from './read-postings'
import type { Segment } from './segment'

/** One word of a phrase. */
export interface PhraseWord {
  /** Indexes of the terms in the segment that stand for it; none where the segment has none. */
  readonly terms: readonly number[]
  /** Where it starts and ends in the phrase, in UTF-16 units; words of a CJK run overlap. */
  readonly start: number
  readonly end: number
}

/** Where phrases start, by `document * fieldCount + field`. */
export type FieldOffsets = Map<number, number[]>

export interface PhraseOptions {
  readonly fieldCount: number
  readonly acceptsField: (field: number) => boolean
  /** The text of a field between two offsets, to see that no other word stands there. */
  readonly textBetween: (key: number, start: number, end: number) => string
}

/** Words of a phrase may have so many other signs between them. */
const mostBetween = 40
const wordSign = /[\p{L}\p{N}]/u

/** Where the words of a phrase stand one after the other in a segment. */
export function findPhrase(
  segment: Segment,
  words: readonly PhraseWord[],
  options: PhraseOptions,
): FieldOffsets {
  const [first, ...rest] = words
  if (first === undefined || words.some(({ terms }) => terms.length === 0)) return new Map()
  const { fieldCount } = options
  const candidates = keysOfRarest(segment, words, options)
  let found = offsetsOf(segment, first.terms, fieldCount, key => candidates.has(key))
  let previous = first
  let last = found
  for (const word of rest) {
    const next = offsetsOf(segment, word.terms, fieldCount, key => found.has(key))
    const follows = followRule(previous, word, options)
    const [starts, ends]: [FieldOffsets, FieldOffsets] = [new Map(), new Map()]
    for (const [key, offsets] of next) {
      const pairs = pairUp(last.get(key)!, offsets, (at, then) => follows(key, at, then))
      if (pairs.length === 0) continue
      starts.set(
        key,
        pairs.map(([from]) => found.get(key)![from]!),
      )
      ends.set(
        key,
        pairs.map(([, to]) => offsets[to]!),
      )
    }
    found = starts
    last = ends
    previous = word
  }
  return found
}

/** The fields of documents that have the word of a phrase which the fewest have. */
function keysOfRarest(
  segment: Segment,
  words: readonly PhraseWord[],
  { fieldCount, acceptsField }: PhraseOptions,
): Set<number> {
  const counts = words.map(({ terms }) => terms.reduce((sum, term) => sum + segment.postingCounts[term]!, 0))
  const rarest = words[counts.indexOf(Math.min(...counts))]!
  const keys = new Set<number>()
  for (const term of rarest.terms) {
    const postings = new VarintReader(segment.postings, segment.postingStarts[term])
    let document = 0
    for (let left = segment.postingCounts[term]!; left > 0; left -= 1) {
      const posting = postings.next()
      postings.next()
      document += Math.floor(posting / fieldCount)
      const field = posting % fieldCount
      if (acceptsField(field)) keys.add(document * fieldCount + field)
    }
  }
  return keys
}

/** Indexes of those of `from` and of `to` that follow each other; both are sorted. */
function pairUp(
  from: readonly number[],
  to: readonly number[],
  follows: (at: number, then: number) => boolean,
): [number, number][] {
  const pairs: [number, number][] = []
  let next = 0
  for (const [index, at] of from.entries()) {
    while (next < to.length && to[next]! <= at) next += 1
    if (next < to.length && follows(at, to[next]!)) pairs.push([index, next])
  }
  return pairs
}

function followRule(
  word: PhraseWord,
  next: PhraseWord,
  { textBetween }: PhraseOptions,
): (key: number, at: number, then: number) => boolean {
  const step = next.start - word.start
  if (next.start < word.end) return (_key, at, then) => then - at === step
  const length = word.end - word.start
  return (key, at, then) => {
    const gap = then - at - length
    if (gap < 0 || gap > mostBetween) return false
    return gap === 0 || !wordSign.test(textBetween(key, at + length, then))
  }
}

function offsetsOf(
  segment: Segment,
  terms: readonly number[],
  fieldCount: number,
  accepts: (key: number) => boolean,
): FieldOffsets {
  const [first = -1, ...others] = terms
  const found = readOffsets(segment, first, fieldCount, accepts)
  for (const term of others) {
    for (const [key, offsets] of readOffsets(segment, term, fieldCount, accepts)) {
      const known = found.get(key)
      found.set(key, known === undefined ? offsets : [...known, ...offsets].sort((a, b) => a - b))
    }
  }
  return found
}

/** Where a term with positions occurs, in the fields of documents that are accepted. */
export function readOffsets(
  segment: Segment,
  term: number,
  fieldCount: number,
  accepts: (key: number) => boolean,
): FieldOffsets {
  const start = segment.positionStarts[term]!
  const positions = new VarintReader(segment.positions.read(start, segment.positionStarts[term + 1]!))
  const postings = new VarintReader(segment.postings, segment.postingStarts[term])
  const found: FieldOffsets = new Map()
  let document = 0
  for (let left = segment.postingCounts[term]!; left > 0; left -= 1) {
    const posting = postings.next()
    const occurrences = postings.next()
    document += Math.floor(posting / fieldCount)
    const key = document * fieldCount + (posting % fieldCount)
    if (!accepts(key)) {
      positions.skip(occurrences)
      continue
    }
    const offsets: number[] = []
    let offset = 0
    for (let count = 0; count < occurrences; count += 1) offsets.push((offset += positions.next() >>> gapBits))
    found.set(key, offsets)
  }
  return found
}
