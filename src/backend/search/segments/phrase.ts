import { gapBits, longGap } from './gap-code'
import { PostingCursor, VarintReader } from './read-postings'
import { ScratchBytes } from './scratch-bytes'
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
  scratch.reset()
  const places = words.map(({ terms }) => placesOf(segment, terms, options.fieldCount))
  const rules = words.slice(1).map((word, at) => followRule(words[at]!, word, options))
  const bits = fieldBits(options.fieldCount)
  for (const key of keys) {
    for (const each of places) each.lookUp(key)
    const fieldKey = (key >>> bits) * options.fieldCount + (key & ((1 << bits) - 1))
    const starts = startsOf(places, rules, fieldKey)
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

/** Where a word stands in one field after the other. */
interface Places {
  /** At the key that was looked up last: offsets, with the gap's code below them; sorted. */
  readonly places: Uint32Array
  /** How many of them there are. */
  readonly count: number
  /** Goes on to a key that is above those before. */
  lookUp(key: number): void
}

function placesOf(segment: Segment, terms: readonly number[], fieldCount: number): Places {
  const parts = terms.map(term => new TermPlaces(segment, term, fieldCount))
  return parts.length === 1 ? parts[0]! : new JoinedPlaces(parts)
}

/** For the positions of the words of one phrase, or of one term. */
const scratch = new ScratchBytes()

/** Those of one term, which has positions. */
class TermPlaces implements Places {
  places = new Uint32Array(16)
  count = 0
  readonly #postings: PostingCursor
  readonly #positions: VarintReader
  /** Positions of the posting that is reached, if they are not read yet. */
  #unread = 0

  constructor(segment: Segment, term: number, fieldCount: number) {
    this.#postings = new PostingCursor(segment, fieldCount, term)
    const start = segment.positionStarts[term]!
    const end = segment.positionStarts[term + 1]!
    this.#positions = new VarintReader(segment.positions.read(start, end, scratch.take))
    if (this.#postings.next()) this.#unread = this.#postings.occurrences
  }

  lookUp(key: number): void {
    const postings = this.#postings
    let skipped = 0
    while (postings.key < key) {
      skipped += this.#unread
      this.#unread = 0
      if (!postings.next()) break
      this.#unread = postings.occurrences
    }
    this.#positions.skip(skipped)
    this.count = 0
    if (postings.key === key) this.#read()
  }

  #read(): void {
    const count = this.#unread
    if (count > this.places.length) this.places = new Uint32Array(count * 2)
    const { places } = this
    let offset = 0
    for (let at = 0; at < count; at += 1) {
      const position = this.#positions.next()
      offset += position >>> gapBits
      places[at] = (offset << gapBits) | (position & longGap)
    }
    this.count = count
    this.#unread = 0
  }
}

/** Those of several terms. */
class JoinedPlaces implements Places {
  places = new Uint32Array()
  readonly #parts: readonly TermPlaces[]

  constructor(parts: readonly TermPlaces[]) {
    this.#parts = parts
  }

  get count(): number {
    return this.places.length
  }

  lookUp(key: number): void {
    for (const part of this.#parts) part.lookUp(key)
    this.places = Uint32Array.from(
      this.#parts.flatMap(({ places, count }) => [...places.subarray(0, count)]),
    ).sort()
  }
}

/** Where in a field the words follow each other, by where each of them stands. */
function startsOf(words: readonly Places[], rules: readonly FollowRule[], key: number): number[] {
  let starts: ArrayLike<number> = words[0]!.places
  let last = starts
  let count = words[0]!.count
  for (let word = 1; word < words.length; word += 1) {
    const { places, count: placeCount } = words[word]!
    const follows = rules[word - 1]!
    const nextStarts: number[] = []
    const nextLast: number[] = []
    for (let at = 0, next = 0; at < count; at += 1) {
      const offset = last[at]! >>> gapBits
      while (next < placeCount && places[next]! >>> gapBits <= offset) next += 1
      if (next === placeCount) break
      if (!follows(key, offset, places[next]!)) continue
      nextStarts.push(starts[at]!)
      nextLast.push(places[next]!)
    }
    if (nextStarts.length === 0) return nextStarts
    starts = nextStarts
    last = nextLast
    count = nextStarts.length
  }
  return Array.from({ length: count }, (_, at) => starts[at]! >>> gapBits)
}

/** Whether a word that stands at an offset is followed by one at a place. */
type FollowRule = (key: number, offset: number, place: number) => boolean

/** The text is asked only for a long gap. */
function followRule(word: PhraseWord, next: PhraseWord, { textBetween }: PhraseOptions): FollowRule {
  const step = next.start - word.start
  if (next.start < word.end) return (_key, offset, place) => (place >>> gapBits) - offset === step
  const length = word.end - word.start
  return (key, offset, place) => {
    const then = place >>> gapBits
    const gap = then - offset - length
    if (gap < 0 || gap > mostBetween) return false
    const known = place & longGap
    if (gap <= known || known < longGap) return gap <= known
    return !wordSign.test(textBetween(key, offset + length, then))
  }
}

/** Where a term with positions occurs in a field of a document. */
export function readOffsets(
  segment: Segment,
  term: number,
  { fieldCount, document, field }: { fieldCount: number; document: number; field: number },
): number[] {
  scratch.reset()
  const places = new TermPlaces(segment, term, fieldCount)
  places.lookUp(((document << fieldBits(fieldCount)) | field) >>> 0)
  return Array.from(places.places.subarray(0, places.count), place => place >>> gapBits)
}
