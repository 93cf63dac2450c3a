import { gapBits, longGap } from './gap-code'
import { PostingCursor, VarintReader } from './read-postings'
import { fieldBits, type Segment } from './segment'

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

/**
 * Where the words of a phrase stand one after the other in a segment. The fields that have all of the words are found by
 * postings alone; only there positions are read.
 */
export function findPhrase(
  segment: Segment,
  words: readonly PhraseWord[],
  options: PhraseOptions,
): FieldOffsets {
  const found: FieldOffsets = new Map()
  const keys = keysOfAll(segment, words, options)
  if (keys.length === 0) return found
  const cursors = words.map(({ terms }) => terms.map(term => new PositionCursor(segment, term, options.fieldCount)))
  const bits = fieldBits(options.fieldCount)
  for (const key of keys) {
    const places = cursors.map(each => placesAt(each, key))
    const fieldKey = (key >>> bits) * options.fieldCount + (key & ((1 << bits) - 1))
    const starts = startsOf(words, places, fieldKey, options)
    if (starts.length > 0) found.set(fieldKey, starts)
  }
  return found
}

/** Keys, as postings have them, of the fields that have all words. */
function keysOfAll(segment: Segment, words: readonly PhraseWord[], options: PhraseOptions): Uint32Array {
  const size = ({ terms }: PhraseWord): number =>
    terms.reduce((sum, term) => sum + segment.postingCounts[term]!, 0)
  let keys: Uint32Array | undefined
  for (const { terms } of [...words].sort((a, b) => size(a) - size(b))) {
    keys = keysOf(segment, terms, options, keys)
    if (keys.length === 0) break
  }
  return keys ?? new Uint32Array()
}

/** Keys of the fields that have one of the terms, of those of `among` if that is given; sorted. */
function keysOf(
  segment: Segment,
  terms: readonly number[],
  { fieldCount, acceptsField }: PhraseOptions,
  among: Uint32Array | undefined,
): Uint32Array {
  const fieldMask = (1 << fieldBits(fieldCount)) - 1
  const parts = terms.map(term => {
    const keys = new Uint32Array(segment.postingCounts[term]!)
    const cursor = new PostingCursor(segment, fieldCount, term)
    let [count, next] = [0, 0]
    while (cursor.next()) {
      const { key } = cursor
      if (among !== undefined) {
        while (next < among.length && among[next]! < key) next += 1
        if (next === among.length) break
        if (among[next] !== key) continue
      } else if (!acceptsField(key & fieldMask)) continue
      keys[count++] = key
    }
    return keys.subarray(0, count)
  })
  if (parts.length === 1) return parts[0]!
  return Uint32Array.from(new Set(parts.flatMap(part => [...part]))).sort()
}

/** Goes along the positions of a term, which has them. */
class PositionCursor {
  readonly #postings: PostingCursor
  readonly #positions: VarintReader
  #isRead = true

  constructor(segment: Segment, term: number, fieldCount: number) {
    this.#postings = new PostingCursor(segment, fieldCount, term)
    const start = segment.positionStarts[term]!
    this.#positions = new VarintReader(segment.positions.read(start, segment.positionStarts[term + 1]!))
  }

  /** Adds the places of the term at a key that is above all before: offsets, with the gap's code below them; sorted. */
  read(key: number, places: number[]): void {
    while (this.#isRead || this.#postings.key < key) {
      if (!this.#isRead) this.#positions.skip(this.#postings.occurrences)
      if (!this.#postings.next()) {
        this.#isRead = true
        return
      }
      this.#isRead = false
    }
    if (this.#postings.key !== key) return
    this.#isRead = true
    let offset = 0
    for (let left = this.#postings.occurrences; left > 0; left -= 1) {
      const position = this.#positions.next()
      offset += position >>> gapBits
      places.push((offset << gapBits) | (position & longGap))
    }
  }
}

/** The places of several terms together. */
function placesAt(cursors: readonly PositionCursor[], key: number): number[] {
  const places: number[] = []
  for (const cursor of cursors) cursor.read(key, places)
  return cursors.length === 1 ? places : places.sort((a, b) => a - b)
}

/** Where in a field the words follow each other, by where each of them stands. */
function startsOf(
  words: readonly PhraseWord[],
  places: readonly (readonly number[])[],
  key: number,
  options: PhraseOptions,
): number[] {
  let starts = places[0]!.map(place => place >>> gapBits)
  let last = starts
  for (let word = 1; word < words.length && starts.length > 0; word += 1) {
    const follows = followRule(words[word - 1]!, words[word]!, (from, to) => options.textBetween(key, from, to))
    const there = places[word]!
    const [nextStarts, nextLast]: [number[], number[]] = [[], []]
    for (let at = 0, next = 0; at < last.length; at += 1) {
      while (next < there.length && there[next]! >>> gapBits <= last[at]!) next += 1
      if (next === there.length) break
      if (!follows(last[at]!, there[next]!)) continue
      nextStarts.push(starts[at]!)
      nextLast.push(there[next]! >>> gapBits)
    }
    starts = nextStarts
    last = nextLast
  }
  return starts
}

/** Whether a word that stands at an offset is followed by one at a place. The text is asked only for a long gap. */
function followRule(
  word: PhraseWord,
  next: PhraseWord,
  textBetween: (start: number, end: number) => string,
): (at: number, place: number) => boolean {
  const step = next.start - word.start
  if (next.start < word.end) return (at, place) => (place >>> gapBits) - at === step
  const length = word.end - word.start
  return (at, place) => {
    const then = place >>> gapBits
    const gap = then - at - length
    if (gap < 0 || gap > mostBetween) return false
    const known = place & longGap
    if (gap <= known || known < longGap) return gap <= known
    return !wordSign.test(textBetween(at + length, then))
  }
}

/** Where a term with positions occurs in a field of a document. */
export function readOffsets(
  segment: Segment,
  term: number,
  { fieldCount, document, field }: { fieldCount: number; document: number; field: number },
): number[] {
  const places: number[] = []
  const key = ((document << fieldBits(fieldCount)) | field) >>> 0
  new PositionCursor(segment, term, fieldCount).read(key, places)
  return places.map(place => place >>> gapBits)
}
