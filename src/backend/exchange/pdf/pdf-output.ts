import { PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** Writes the objects of a PDF one after the other, and remembers only where each is. */
export class PdfOutput {
  readonly #offsets = new Map<number, number>()
  #size = 0
  #last = 0

  /** The first bytes: a version, and four that tell programs that this is no text. */
  start(): Uint8Array {
    return this.#counted(Uint8Array.from([...ascii('%PDF-1.7\n%'), 0x81, 0x81, 0x81, 0x81, 0x0a]))
  }

  /** A number for an object that is still to be written. */
  reserve(): PDFRef {
    this.#last += 1
    return PDFRef.of(this.#last)
  }

  /** Reserves the numbers after the last one; returns what is added to 1 to `count` to get them. */
  reserveRange(count: number): number {
    const shift = this.#last
    this.#last += count
    return shift
  }

  object(ref: PDFRef, value: PDFObject): Uint8Array {
    this.#offsets.set(ref.objectNumber, this.#size)
    const [head, end] = [ascii(`${ref.objectNumber} 0 obj\n`), ascii('\nendobj\n')]
    const bytes = new Uint8Array(head.length + value.sizeInBytes() + end.length)
    bytes.set(head)
    const length = value.copyBytesInto(bytes, head.length)
    bytes.set(end, head.length + length)
    return this.#counted(bytes)
  }

  /** The table of all objects and what tells where to begin. */
  end(context: PDFContext, root: PDFRef, info: PDFRef): Uint8Array {
    const startsAt = this.#size
    const entries = Array.from({ length: this.#last }, (_, index) => {
      const offset = this.#offsets.get(index + 1)
      return offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
    })
    const trailer = PDFDict.withContext(context)
    trailer.set(PDFName.of('Size'), context.obj(this.#last + 1))
    trailer.set(PDFName.of('Root'), root)
    trailer.set(PDFName.of('Info'), info)
    return this.#counted(
      ascii(
        `xref\n0 ${this.#last + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n${trailer.toString()}\nstartxref\n${startsAt}\n%%EOF\n`,
      ),
    )
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#size += bytes.length
    return bytes
  }
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0))
}
