import { crc32 } from 'node:zlib'
import type { ByteSource, ReadableBytes } from './byte-source'
import type { Segment, StoredDocument } from './segment'

/**
 * A segment as bytes: a header of 40 bytes (magic, version, lengths, checksums), then the head that is kept in
 * memory (documents and terms as JSON, counts, postings), then positions and texts, which are read from the file when
 * they are asked for. Numbers are little-endian.
 */

const magic = 0x53_41_42_31
/** To be raised whenever a segment of the version before would be read wrongly. */
export const segmentVersion = 3
const headerBytes = 40

/** @returns the parts of the file, to be written one after the other. */
export function encodeSegment(segment: Segment): Uint8Array[] {
  const json = Buffer.from(JSON.stringify([segment.documents, segment.terms]))
  const arrays = numberArrays(segment).map(bytesOf)
  const parts = [json, ...arrays, segment.isWide, segment.postings]
  const head = [lengthsOf(parts), ...parts]
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32LE(magic, 0)
  header.writeUInt32LE(segmentVersion, 4)
  header.writeUInt32LE(
    head.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  header.writeUInt32LE(checksum(head), 12)
  header.writeUInt32LE(checksum(segment.positions.parts()), 16)
  header.writeUInt32LE(checksum(segment.texts.parts()), 20)
  header.writeDoubleLE(segment.positions.length, 24)
  header.writeDoubleLE(segment.texts.length, 32)
  return [header, ...head, ...segment.positions.parts(), ...segment.texts.parts()]
}

/**
 * The segment in a file. Its head is read now and checked, the rest on demand.
 *
 * @returns undefined when the file is damaged or of another version.
 */
export function decodeSegment<Document extends StoredDocument>(
  file: ReadableBytes,
): Segment<Document> | undefined {
  const layout = layoutOf(file)
  if (layout === undefined) return undefined
  const head = bufferOf(file.read(headerBytes, layout.positionStart))
  if (crc32(head) !== layout.headCrc) return undefined
  return {
    ...decodeHead<Document>(head),
    positions: part(file, layout.positionStart, layout.textStart),
    texts: part(file, layout.textStart, file.length),
  }
}

/** Whether what `decodeSegment` leaves in the file is as it was written. */
export function isIntact(file: ReadableBytes): boolean {
  const layout = layoutOf(file)
  return (
    layout !== undefined &&
    checksum(part(file, layout.positionStart, layout.textStart).parts()) === layout.positionsCrc &&
    checksum(part(file, layout.textStart, file.length).parts()) === layout.textsCrc
  )
}

function checksum(parts: Iterable<Uint8Array>): number {
  let sum = 0
  for (const bytes of parts) sum = crc32(bytes, sum)
  return sum
}

/** The header of a file; undefined when it is none or the file is cut. */
function layoutOf(file: ReadableBytes) {
  if (file.length < headerBytes) return undefined
  const header = bufferOf(file.read(0, headerBytes))
  if (header.readUInt32LE(0) !== magic || header.readUInt32LE(4) !== segmentVersion) return undefined
  const [positionBytes, textBytes] = [header.readDoubleLE(24), header.readDoubleLE(32)]
  const positionStart = headerBytes + header.readUInt32LE(8)
  const textStart = positionStart + positionBytes
  const areWhole = Number.isSafeInteger(positionBytes) && Number.isSafeInteger(textBytes)
  if (!areWhole || textStart + textBytes !== file.length) return undefined
  return {
    positionStart,
    textStart,
    headCrc: header.readUInt32LE(12),
    positionsCrc: header.readUInt32LE(16),
    textsCrc: header.readUInt32LE(20),
  }
}

const partCount = 8

function decodeHead<Document extends StoredDocument>(
  head: Buffer,
): Omit<Segment<Document>, 'positions' | 'texts'> {
  let at = partCount * 4
  const parts = Array.from({ length: partCount }, (_, index) => {
    const length = head.readUInt32LE(index * 4)
    at += length
    return head.subarray(at - length, at)
  })
  const [json, lengths, postingCounts, postingStarts, positionStarts, textStarts, isWide, postings] = parts
  const [documents, terms] = JSON.parse(json!.toString()) as [Document[], string[]]
  return {
    documents,
    terms,
    lengths: numbersOf(lengths!),
    postingCounts: numbersOf(postingCounts!),
    postingStarts: numbersOf(postingStarts!),
    positionStarts: numbersOf(positionStarts!),
    textStarts: numbersOf(textStarts!),
    isWide: Uint8Array.from(isWide!),
    // Copied, so that the rest of the head can be let go.
    postings: Uint8Array.from(postings!),
  }
}

function numberArrays(segment: Segment): Uint32Array[] {
  const { lengths, postingCounts, postingStarts, positionStarts, textStarts } = segment
  return [lengths, postingCounts, postingStarts, positionStarts, textStarts]
}

function lengthsOf(parts: readonly Uint8Array[]): Buffer {
  const lengths = Buffer.alloc(parts.length * 4)
  for (const [index, { length }] of parts.entries()) lengths.writeUInt32LE(length, index * 4)
  return lengths
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  // A copy, because the numbers may not lie at a multiple of four (and a Buffer's own slice is none).
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** So much of a file is in memory at once when all of it is read. */
const bytesPerPart = 1 << 20

function part(file: ReadableBytes, start: number, end: number): ByteSource {
  return {
    length: end - start,
    read: (from, to) => file.read(start + from, start + to),
    *parts() {
      for (let at = start; at < end; at += bytesPerPart) yield file.read(at, Math.min(end, at + bytesPerPart))
    },
  }
}
