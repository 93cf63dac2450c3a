import { PDFDict, PDFName, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { WrittenRef } from './written-ref'

/** How many lines of the table are made at a time. */
const linesAtOnce = 5000

/** Writes the objects of a PDF one after the other, and remembers only where each is. */
export class PdfOutput {
  /** Of each number, in bytes; 0 for what is not written. */
  readonly #offsets = [0]
  #size = 0

  /** The first bytes: a version, and four that tell programs that this is no text. */
  start(): Uint8Array {
    return this.#counted(ascii('%PDF-1.7\n%\x81\x81\x81\x81\n'))
  }

  /** A number for an object that is still to be written. */
  reserve(): WrittenRef {
    return new WrittenRef(this.#offsets.push(0) - 1)
  }

  /** Reserves the numbers after the last one; returns what is added to 1 to `count` to get them. */
  reserveRange(count: number): number {
    const shift = this.#offsets.length - 1
    for (let index = 0; index < count; index += 1) this.#offsets.push(0)
    return shift
  }

  object({ number }: WrittenRef, value: PDFObject): Uint8Array {
    this.#offsets[number] = this.#size
    const [head, end] = [`${number} 0 obj\n`, '\nendobj\n']
    const bytes = Buffer.alloc(head.length + value.sizeInBytes() + end.length)
    bytes.write(head, 'latin1')
    const length = value.copyBytesInto(bytes, head.length)
    bytes.write(end, head.length + length, 'latin1')
    return this.#counted(bytes)
  }

  /** The table of all objects and what tells where to begin. */
  *end(context: PDFContext, root: WrittenRef, info: WrittenRef): Generator<Uint8Array> {
    const startsAt = this.#size
    const count = this.#offsets.length
    yield this.#counted(ascii(`xref\n0 ${count}\n0000000000 65535 f \n`))
    for (let index = 1; index < count; index += linesAtOnce)
      yield this.#counted(
        ascii(
          this.#offsets
            .slice(index, index + linesAtOnce)
            .map(lineFor)
            .join(''),
        ),
      )
    const trailer = PDFDict.withContext(context)
    trailer.set(PDFName.of('Size'), context.obj(count))
    trailer.set(PDFName.of('Root'), root)
    trailer.set(PDFName.of('Info'), info)
    yield this.#counted(ascii(`trailer\n${trailer.toString()}\nstartxref\n${startsAt}\n%%EOF\n`))
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#size += bytes.length
    return bytes
  }
}

function lineFor(offset: number): string {
  return offset === 0 ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
}

/** Characters beyond ASCII become the bytes of their codes. */
function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
