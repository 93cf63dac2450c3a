import { PDFObject } from '@cantoo/pdf-lib'

/** A reference in what is written. `PDFRef.of` would keep each number for as long as the program runs. */
export class WrittenRef extends PDFObject {
  readonly number: number
  readonly #text: string

  constructor(number: number) {
    super()
    this.number = number
    this.#text = `${number} 0 R`
  }

  override clone(): WrittenRef {
    return this
  }

  override toString(): string {
    return this.#text
  }

  override sizeInBytes(): number {
    return this.#text.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    return Buffer.from(buffer.buffer, buffer.byteOffset).write(this.#text, offset, 'latin1')
  }
}
