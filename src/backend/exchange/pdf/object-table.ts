import { PDFDict, PDFName, PDFObjectParser, PDFRef, type PDFContext } from '@cantoo/pdf-lib'

/** Where the objects of a PDF are. */
export interface ObjectTable {
  /** Where each object begins, in bytes. */
  readonly offsets: ReadonlyMap<PDFRef, number>
  readonly largestNumber: number
  readonly trailer: PDFDict
}

/** "0000000017 00000 n" and two bytes that end the line. */
const entryLength = 20

/**
 * Reads the table at the end of a PDF.
 *
 * The source of the format is ISO 32000-1: 7.5.4 (table), 7.5.5 (trailer).
 *
 * @throws Error where the table is not in one piece and in plain text.
 */
export function readObjectTable(bytes: Uint8Array, context: PDFContext): ObjectTable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const textAt = (offset: number, length: number): string =>
    buffer.toString('latin1', offset, offset + length)
  const end = textAt(buffer.length - 1024, 1024)
  let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1])
  const title = /^xref\s+/.exec(textAt(at, 20))
  if (title === null) throw new TypeError('no plain table of objects')
  at += title[0].length
  const offsets = new Map<PDFRef, number>()
  let largestNumber = 0
  for (;;) {
    const head = /^(\d+) (\d+)\s*?(?:\r\n|\r|\n)/.exec(textAt(at, 40))
    if (head === null) break
    const [first, count] = [Number(head[1]), Number(head[2])]
    at += head[0].length
    for (let index = 0; index < count; index += 1, at += entryLength) {
      const entry = /^(\d{10}) (\d{5}) ([fn])/.exec(textAt(at, entryLength))
      if (entry === null) throw new TypeError(`no entry of the table at ${at}`)
      if (entry[3] === 'n') offsets.set(PDFRef.of(first + index, Number(entry[2])), Number(entry[1]))
    }
    largestNumber = Math.max(largestNumber, first + count - 1)
  }
  return { offsets, largestNumber, trailer: readTrailer(buffer.subarray(at), context) }
}

function readTrailer(bytes: Uint8Array, context: PDFContext): PDFDict {
  const word = /^\s*trailer/.exec(Buffer.from(bytes.subarray(0, 40)).toString('latin1'))
  if (word === null) throw new TypeError('no trailer')
  const trailer = PDFObjectParser.forBytes(bytes.subarray(word[0].length), context).parseObject()
  const isWhole =
    trailer instanceof PDFDict && !['Prev', 'XRefStm', 'Encrypt'].some(key => trailer.has(PDFName.of(key)))
  if (!isWhole) throw new TypeError('a table in several parts')
  return trailer
}
