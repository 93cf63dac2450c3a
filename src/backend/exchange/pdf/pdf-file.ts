import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectParser,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { AppError } from '../../../shared/contract/app-error'
import { readObjectTable, type ObjectTable } from './object-table'

/**
 * A PDF in memory as it is stored. An object is parsed anew each time that it is asked for, so that what is not in use takes no
 * room: all objects of a printed part need many times its size.
 */
export class PdfFile {
  readonly #bytes: Uint8Array
  readonly #table: ObjectTable
  readonly #context: PDFContext

  private constructor(bytes: Uint8Array, table: ObjectTable, context: PDFContext) {
    this.#bytes = bytes
    this.#table = table
    this.#context = context
  }

  /**
   * Reads where objects are. A file that packs them into streams, or was added to, is written anew before.
   *
   * @throws AppError `export/print-failed` for bytes that are no PDF.
   */
  static async read(bytes: Uint8Array): Promise<PdfFile> {
    const context = PDFContext.create()
    const table = orUndefined(() => readObjectTable(bytes, context))
    if (table !== undefined) return new PdfFile(bytes, table, context)
    const plain = await writtenAnew(bytes).catch(failed)
    return new PdfFile(
      plain,
      orFailed(() => readObjectTable(plain, context)),
      context,
    )
  }

  get catalog(): PDFDict | undefined {
    return this.dict(this.catalogRef)
  }

  get catalogRef(): PDFObject | undefined {
    return this.#table.trailer.get(PDFName.of('Root'))
  }

  get infoRef(): PDFObject | undefined {
    return this.#table.trailer.get(PDFName.of('Info'))
  }

  get largestNumber(): number {
    return this.#table.largestNumber
  }

  /** All objects that the file has. */
  refs(): Iterable<PDFRef> {
    return this.#table.offsets.keys()
  }

  /** An object of its own, to change as one likes; undefined when the file has none. @throws AppError `export/print-failed`. */
  object(ref: PDFRef): PDFObject | undefined {
    const offset = this.#table.offsets.get(ref)
    if (offset === undefined) return undefined
    return orFailed(() => {
      const start = offset + headLength(this.#bytes, offset)
      return PDFObjectParser.forBytes(this.#bytes.subarray(start), this.#context).parseObject()
    })
  }

  /** What a value is, or leads to. */
  resolve(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.object(value) : value
  }

  /** As `resolve`; undefined for what is no dictionary. */
  dict(value: PDFObject | undefined): PDFDict | undefined {
    const resolved = this.resolve(value)
    return resolved instanceof PDFDict ? resolved : undefined
  }
}

/** Of "12 0 obj" before an object. */
function headLength(bytes: Uint8Array, offset: number): number {
  const head = /^\s*\d+\s+\d+\s+obj/.exec(Buffer.from(bytes.subarray(offset, offset + 40)).toString('latin1'))
  if (head === null) throw new TypeError(`no object at ${offset}`)
  return head[0].length
}

async function writtenAnew(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.save({ useObjectStreams: false })
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function orFailed<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): never {
  throw new AppError('export/print-failed', { detail: error instanceof Error ? error.message : '' }, error)
}
