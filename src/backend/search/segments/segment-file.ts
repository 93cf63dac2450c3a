import { crc32 } from 'node:zlib'
import { partOfSource, type ByteSource } from './byte-source'
import type { Segment, StoredDocument } from './segment'
import { TermList } from './term-list'

/**
 * A segment as bytes: a header of 44 bytes (magic, version, lengths, checksums), then the head that is kept in
 * memory (numbers, terms, postings), the documents as JSON, then positions and texts, which are read from the file when
 * they are asked for. Numbers are little-endian; those of the head lie at multiples of four.
 */

const magic = 0x53_41_42_31
/** To be raised whenever a segment of the version before would be read wrongly. */
export const segmentVersion = 4
const headerBytes = 44

/** How documents are stored: as what JSON can hold. */
export interface DocumentCodec<Document extends StoredDocument> {
  readonly encode: (documents: readonly Document[]) => unknown
  /** @param stored what `encode` gave, after a way through JSON. */
  readonly decode: (stored: unknown) => readonly Document[]
}

/** @returns the parts of the file, to be written one after the other. */
export function encodeSegment<Document extends StoredDocument>(
  segment: Segment<Document>,
  codec: Pick<DocumentCodec<Document>, 'encode'>,
): Uint8Array[] {
  const documents = Buffer.from(JSON.stringify(codec.encode(segment.documents)))
  const parts = [...numberArrays(segment), segment.terms.units].map(bytesOf)
  const all = [...parts, segment.isWide, segment.postings]
  const head = [lengthsOf(all), ...all]
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32LE(magic, 0)
  header.writeUInt32LE(segmentVersion, 4)
  header.writeUInt32LE(
    head.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  header.writeUInt32LE(checksum([...head, documents]), 12)
  header.writeUInt32LE(checksum(segment.positions.parts()), 16)
  header.writeUInt32LE(checksum(segment.texts.parts()), 20)
  header.writeDoubleLE(segment.positions.length, 24)
  header.writeDoubleLE(segment.texts.length, 32)
  header.writeUInt32LE(documents.length, 40)
  return [header, ...head, documents, ...segment.positions.parts(), ...segment.texts.parts()]
}

/**
 * The segment in a file. Its head is read now and checked, the rest on demand.
 *
 * @returns undefined when the file is damaged or of another version.
 */
export function decodeSegment<Document extends StoredDocument>(
  file: ByteSource,
  codec: Pick<DocumentCodec<Document>, 'decode'>,
): Segment<Document> | undefined {
  const layout = layoutOf(file)
  if (layout === undefined) return undefined
  const { documentStart, positionStart, textStart } = layout
  const head = aligned(file.read(headerBytes, documentStart))
  const documents = bufferOf(file.read(documentStart, positionStart))
  if (crc32(documents, crc32(head)) !== layout.headCrc) return undefined
  return {
    documents: codec.decode(JSON.parse(documents.toString())),
    ...decodeHead(head),
    positions: partOfSource(file, positionStart, textStart),
    texts: partOfSource(file, textStart, file.length),
  }
}

/**
 * A segment whose file was written just now, with positions and texts in the file.
 *
 * @returns undefined when that is not the file of a segment of this size.
 */
export function withFile<Document extends StoredDocument>(
  segment: Segment<Document>,
  file: ByteSource,
): Segment<Document> | undefined {
  const layout = layoutOf(file)
  if (layout === undefined) return undefined
  const { positionStart, textStart } = layout
  if (textStart - positionStart !== segment.positions.length) return undefined
  if (file.length - textStart !== segment.texts.length) return undefined
  return {
    ...segment,
    lastDocuments: undefined,
    positions: partOfSource(file, positionStart, textStart),
    texts: partOfSource(file, textStart, file.length),
  }
}

/** Whether what `decodeSegment` leaves in the file is as it was written. */
export function isIntact(file: ByteSource): boolean {
  const layout = layoutOf(file)
  return (
    layout !== undefined &&
    checksum(partOfSource(file, layout.positionStart, layout.textStart).parts()) === layout.positionsCrc &&
    checksum(partOfSource(file, layout.textStart, file.length).parts()) === layout.textsCrc
  )
}

function checksum(parts: Iterable<Uint8Array>): number {
  let sum = 0
  for (const bytes of parts) sum = crc32(bytes, sum)
  return sum
}

/** The header of a file; undefined when it is none or the file is cut. */
function layoutOf(file: ByteSource) {
  if (file.length < headerBytes) return undefined
  const header = bufferOf(file.read(0, headerBytes))
  if (header.readUInt32LE(0) !== magic || header.readUInt32LE(4) !== segmentVersion) return undefined
  const [positionBytes, textBytes] = [header.readDoubleLE(24), header.readDoubleLE(32)]
  const documentStart = headerBytes + header.readUInt32LE(8)
  const positionStart = documentStart + header.readUInt32LE(40)
  const textStart = positionStart + positionBytes
  const areWhole = Number.isSafeInteger(positionBytes) && Number.isSafeInteger(textBytes)
  if (!areWhole || textStart + textBytes !== file.length) return undefined
  return {
    documentStart,
    positionStart,
    textStart,
    headCrc: header.readUInt32LE(12),
    positionsCrc: header.readUInt32LE(16),
    textsCrc: header.readUInt32LE(20),
  }
}

const partCount = 9

/** Views of the head, which is kept as it is: all of it is needed. */
function decodeHead(head: Buffer): Omit<Segment, 'documents' | 'positions' | 'texts'> {
  let at = partCount * 4
  const parts = Array.from({ length: partCount }, (_, index) => {
    const length = head.readUInt32LE(index * 4)
    at += length
    return head.subarray(at - length, at)
  })
  const [lengths, postingCounts, postingStarts, positionStarts, textStarts, termStarts] = parts
    .slice(0, 6)
    .map(numbersIn)
  const [units, isWide, postings] = parts.slice(6)
  return {
    lengths: lengths!,
    postingCounts: postingCounts!,
    postingStarts: postingStarts!,
    positionStarts: positionStarts!,
    textStarts: textStarts!,
    terms: new TermList(unitsIn(units!, termStarts!), termStarts!),
    isWide: isWide!,
    postings: postings!,
  }
}

function numberArrays(segment: Segment): Uint32Array[] {
  const { lengths, postingCounts, postingStarts, positionStarts, textStarts, terms } = segment
  return [lengths, postingCounts, postingStarts, positionStarts, textStarts, terms.starts]
}

/** Units of one byte each, or of two where there are twice as many bytes as units. */
function unitsIn(bytes: Uint8Array, starts: Uint32Array): Uint8Array | Uint16Array {
  const { buffer, byteOffset, byteLength } = bytes
  return byteLength === starts.at(-1) ? bytes : new Uint16Array(buffer, byteOffset, byteLength / 2)
}

function numbersIn({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4))
}

/** The bytes at a place in memory that numbers can be read from, in a buffer of their own if need be. */
function aligned(bytes: Uint8Array): Buffer {
  return bufferOf(bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes))
}

function lengthsOf(parts: readonly Uint8Array[]): Buffer {
  const lengths = Buffer.alloc(parts.length * 4)
  for (const [index, { length }] of parts.entries()) lengths.writeUInt32LE(length, index * 4)
  return lengths
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
