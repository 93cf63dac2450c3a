import { bytesInMemory, bytesInPieces } from './byte-source'
import { ByteWriter } from './byte-writer'
import { PostingCursor, VarintReader } from './read-postings'
import { fieldBits, type Segment, type StoredDocument } from './segment'
import { TermListWriter } from './term-list'
import { visitMergedTerms } from './visit-merged-terms'

interface Part<Document extends StoredDocument> {
  readonly segment: Segment<Document>
  readonly dead: Uint8Array | undefined
}

/** One segment with the documents of several that are not gone, in the order of the parts. */
export function mergeSegments<Document extends StoredDocument>(
  parts: readonly Part<Document>[],
  fieldCount: number,
): Segment<Document> {
  const { documents, lengths, numbers } = mergeDocuments(parts, fieldCount)
  const mostTerms = sumOf(parts, ({ segment }) => segment.terms.length)
  const postingCounts = new Uint32Array(mostTerms)
  const postingStarts = new Uint32Array(mostTerms + 1)
  const positionStarts = new Uint32Array(mostTerms + 1)
  let size = 0
  const room = mostTerms * moreBytesPerTerm + fewestBytes
  const postings = new ByteWriter(sumOf(parts, ({ segment }) => segment.postings.length) + room)
  const positions = new ByteWriter(sumOf(parts, ({ segment }) => segment.positions.length) + fewestBytes)
  const mergers = parts.map(({ segment }, part) => new TermMerger(segment, numbers[part]!, fieldCount))
  const lists = parts.map(({ segment }) => segment.terms)
  const terms = new TermListWriter(lists)
  visitMergedTerms(lists, '', indexes => {
    const target = { postings, positions, previous: 0, count: 0 }
    let last = indexes.length - 1
    while (indexes[last]! < 0) last -= 1
    for (let part = 0; part <= last; part += 1) {
      if (indexes[part]! >= 0) mergers[part]!.copy(indexes[part]!, target, part === last)
    }
    if (target.count === 0) return true
    terms.add(lists[last]!, indexes[last]!)
    postingCounts[size++] = target.count
    postingStarts[size] = postings.length
    positionStarts[size] = positions.length
    return true
  })
  return {
    documents,
    lengths,
    terms: terms.finish(),
    postingCounts: postingCounts.slice(0, size),
    postingStarts: postingStarts.slice(0, size + 1),
    postings: postings.finish(),
    positionStarts: positionStarts.slice(0, size + 1),
    positions: bytesInMemory(positions.finish()),
    ...mergeTexts(parts),
  }
}

/** The first posting of a term has a longer way from the last one before it; room that is not used takes no memory. */
const moreBytesPerTerm = 4
const fewestBytes = 1024

interface Target {
  readonly postings: ByteWriter
  readonly positions: ByteWriter
  /** Number of the last document that was written. */
  previous: number
  count: number
}

/** Copies the postings and positions of one part, with its documents numbered anew. */
class TermMerger {
  readonly #segment: Segment
  /** New number by old one; -1 for a document that is gone. */
  readonly #numbers: Int32Array
  /** Whether all documents are there: then differences of their numbers stay, and with them almost all bytes. */
  readonly #isWhole: boolean
  readonly #fieldBits: number
  readonly #postings: PostingCursor
  readonly #firsts: VarintReader
  readonly #positionBytes: Uint8Array
  readonly #positions: VarintReader

  constructor(segment: Segment, numbers: Int32Array, fieldCount: number) {
    this.#segment = segment
    this.#numbers = numbers
    this.#isWhole = !numbers.includes(-1)
    this.#fieldBits = fieldBits(fieldCount)
    this.#postings = new PostingCursor(segment, fieldCount)
    this.#firsts = new VarintReader(segment.postings)
    this.#positionBytes = segment.positions.read(0, segment.positions.length)
    this.#positions = new VarintReader(this.#positionBytes)
  }

  /** @param isLast whether no more is written of the term. */
  copy(term: number, target: Target, isLast: boolean): void {
    if (this.#isWhole) this.#copyWhole(term, target, isLast)
    else this.#copyLiving(term, target)
  }

  #copyWhole(term: number, target: Target, isLast: boolean): void {
    const { postingCounts, postingStarts, postings, positionStarts } = this.#segment
    this.#firsts.at = postingStarts[term]!
    const first = this.#firsts.next()
    const document = first >>> (1 + this.#fieldBits)
    const moved = this.#numbers[document]! - target.previous - document
    target.postings.writeVarint((first + moved * 2 ** (1 + this.#fieldBits)) >>> 0)
    target.postings.writeBytes(postings, this.#firsts.at, postingStarts[term + 1]!)
    target.positions.writeBytes(this.#positionBytes, positionStarts[term]!, positionStarts[term + 1]!)
    if (!isLast) target.previous = this.#numbers[this.#lastDocument(term)]!
    target.count += postingCounts[term]!
  }

  #lastDocument(term: number): number {
    const { lastDocuments } = this.#segment
    if (lastDocuments !== undefined) return lastDocuments[term]!
    const cursor = this.#postings
    cursor.start(this.#segment, term)
    while (cursor.next());
    return cursor.key >>> this.#fieldBits
  }

  #copyLiving(term: number, target: Target): void {
    const { positionStarts } = this.#segment
    const hasPositions = positionStarts[term + 1]! > positionStarts[term]!
    const cursor = this.#postings
    cursor.start(this.#segment, term)
    this.#positions.at = positionStarts[term]!
    while (cursor.next()) {
      const { key, occurrences, asides } = cursor
      const positionStart = this.#positions.at
      if (hasPositions) this.#positions.skip(occurrences)
      const number = this.#numbers[key >>> this.#fieldBits]!
      if (number < 0) continue
      const field = key & ((1 << this.#fieldBits) - 1)
      const step = ((number - target.previous) << this.#fieldBits) | field
      const isSingle = occurrences === 1 && asides === 0
      target.postings.writeVarint(((step << 1) | (isSingle ? 1 : 0)) >>> 0)
      if (!isSingle) target.postings.writeVarint((occurrences << 1) | (asides > 0 ? 1 : 0))
      if (asides > 0) target.postings.writeVarint(asides)
      target.previous = number
      target.count += 1
      if (hasPositions) target.positions.writeBytes(this.#positionBytes, positionStart, this.#positions.at)
    }
  }
}

/** Room for what all have; what is gone makes it less. */
function sumOf<Document extends StoredDocument>(
  parts: readonly Part<Document>[],
  bytesOf: (part: Part<Document>) => number,
): number {
  return parts.reduce((sum, part) => sum + bytesOf(part), 0)
}

function mergeDocuments<Document extends StoredDocument>(
  parts: readonly Part<Document>[],
  fieldCount: number,
) {
  const documents: Document[] = []
  const lengths: number[] = []
  const numbers = parts.map(({ segment, dead }) =>
    Int32Array.from(segment.documents, (document, index) => {
      if (dead?.[index] === 1) return -1
      for (let field = 0; field < fieldCount; field += 1) {
        lengths.push(segment.lengths[index * fieldCount + field]!)
      }
      return documents.push(document) - 1
    }),
  )
  return { documents, lengths: Uint32Array.from(lengths), numbers }
}

function mergeTexts(
  parts: readonly Part<StoredDocument>[],
): Pick<Segment, 'textStarts' | 'isWide' | 'texts'> {
  const pieces: Uint8Array[] = []
  const documents = sumOf(parts, ({ segment }) => segment.documents.length)
  const textStarts = new Uint32Array(documents + 1)
  const isWide = new Uint8Array(documents)
  let count = 0
  for (const { segment, dead } of parts) {
    // Where all are there, their texts lie in few pieces.
    if (dead === undefined) pieces.push(...segment.texts.parts())
    for (let document = 0; document < segment.documents.length; document += 1) {
      if (dead?.[document] === 1) continue
      const [start, end] = [segment.textStarts[document]!, segment.textStarts[document + 1]!]
      if (dead !== undefined) pieces.push(segment.texts.read(start, end))
      isWide[count++] = segment.isWide[document]!
      textStarts[count] = textStarts[count - 1]! + end - start
    }
  }
  return {
    textStarts: textStarts.slice(0, count + 1),
    isWide: isWide.slice(0, count),
    texts: bytesInPieces(pieces),
  }
}
