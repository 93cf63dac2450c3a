import { join } from 'node:path'
import { detached } from '../../../shared/domain/export/detached'
import { HtmlReferences } from '../../../shared/domain/export/html/html-references'
import { printPartEnd } from '../../../shared/domain/export/html/print-export'
import { decodePath } from '../../../shared/domain/link-keys'
import type { FilePort } from '../../files/file-port'
import { withStorageErrors } from '../../files/storage-error'
import { encodeText } from '../../files/text-file'
import type { BackendPorts } from '../../ports'
import { joinPdf, type JoinedPdf } from './join-pdf'
import { PdfPart } from './pdf-part'

export interface PrintPorts {
  readonly files: FilePort
  readonly printPage: NonNullable<BackendPorts['printPage']>
  readonly signal: AbortSignal
}

export interface PrintOptions {
  /** Ids that the contents name. */
  readonly contentsIds: readonly string[]
  /** The contents' page without its end; undefined for a document without contents. */
  readonly contents: ((pageNumberOf: (id: string) => number | undefined) => string) | undefined
  /** Hears what share of the parts is printed, from 0 to 1. */
  readonly onPart: (share: number) => void
}

type ContentsOptions = PrintOptions & { readonly contents: NonNullable<PrintOptions['contents']> }

/** Ids, without `#`, that a part has, and that its links name. */
interface PartReferences {
  readonly ids: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
}

/** How often contents are printed at most: where they are one page longer than was thought, all numbers change. */
const mostTries = 4

/** The parts of a document: first pages in a folder, then printed, then joined. */
export class PrintedParts {
  readonly #ports: PrintPorts
  readonly #folder: string
  readonly #references: PartReferences[] = []
  /** Page numbers of named places, from 1, without the contents. */
  readonly #pageNumbers = new Map<string, number>()
  #bodyPages = 0
  #contentsPages = 0

  constructor(ports: PrintPorts, folder: string) {
    this.#ports = ports
    this.#folder = folder
  }

  /** Writes a page without its end. @throws AppError `storage/…`. */
  async add(html: string): Promise<void> {
    await this.#write(this.#pathOf(this.#references.length, 'html'), html)
    this.#references.push(referencesIn(html))
  }

  /** Links that lead nowhere, with their `#`. */
  get lostTargets(): string[] {
    const ids = this.#references.map(part => part.ids)
    const targets = new Set(this.#references.flatMap(part => [...part.targets]))
    return [...targets].filter(target => !ids.some(set => set.has(target))).map(target => `#${target}`)
  }

  /** Prints all pages, the contents last. @throws AppError `export/print-failed`, `export/cancelled`, `storage/…`. */
  async print({ contentsIds, contents, onPart }: PrintOptions): Promise<void> {
    const wanted = new Set(contentsIds)
    for (const { targets } of this.#references) for (const target of targets) wanted.add(target)
    for (const [index, { ids, targets }] of this.#references.entries()) {
      onPart(index / (this.#references.length + 1))
      const far = [...targets].filter(target => !ids.has(target))
      const end = printPartEnd(
        [...wanted].filter(id => ids.has(id)),
        far,
      )
      const part = await this.#print(this.#pathOf(index, 'html'), this.#pathOf(index, 'pdf'), end, onPart)
      for (const place of part.places.keys())
        this.#pageNumbers.set(decodePath(place), this.#bodyPages + (part.pageOf(place) ?? 0) + 1)
      this.#bodyPages += part.pages.length
    }
    if (contents !== undefined) await this.#printContents({ contentsIds, contents, onPart })
    onPart(1)
  }

  /** The whole document, piece by piece. */
  joined(whole: Omit<JoinedPdf, 'pages'>): AsyncGenerator<Uint8Array> {
    return joinPdf({ ...whole, pages: this.#contentsPages + this.#bodyPages }, this.#parts())
  }

  async *#parts(): AsyncGenerator<PdfPart> {
    if (this.#contentsPages > 0) yield await this.#read(this.#contentsPath('pdf'))
    for (const index of this.#references.keys()) yield await this.#read(this.#pathOf(index, 'pdf'))
  }

  async #printContents({ contentsIds, contents, onPart }: ContentsOptions): Promise<void> {
    const { files } = this.#ports
    this.#contentsPages = 1
    const [html, pdf] = [this.#contentsPath('html'), this.#contentsPath('pdf')]
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = this.#contentsPages
      const pageNumberOf = (id: string): number | undefined => {
        const number = this.#pageNumbers.get(id)
        return number === undefined ? undefined : number + before
      }
      for (const path of tries === 0 ? [] : [html, pdf]) await files.remove(path)
      await this.#write(html, contents(pageNumberOf))
      const part = await this.#print(html, pdf, printPartEnd([], contentsIds), onPart)
      this.#contentsPages = part.pages.length
      if (this.#contentsPages === before) return
    }
  }

  async #print(html: string, pdf: string, end: string, onFailure: PrintOptions['onPart']): Promise<PdfPart> {
    const { files, printPage, signal } = this.#ports
    await withStorageErrors(html, () => files.append(html, end))
    await printPage(html, pdf, signal).catch((error: unknown) => {
      // Tells whether it was cancelled.
      onFailure(0)
      throw error
    })
    return this.#read(pdf)
  }

  async #read(pdf: string): Promise<PdfPart> {
    return PdfPart.read(await withStorageErrors(pdf, () => this.#ports.files.read(pdf)))
  }

  async #write(path: string, html: string): Promise<void> {
    await withStorageErrors(path, () => this.#ports.files.writeNew(path, encodeText(html)))
  }

  #pathOf(index: number, extension: string): string {
    return join(this.#folder, `part-${index}.${extension}`)
  }

  #contentsPath(extension: string): string {
    return join(this.#folder, `contents.${extension}`)
  }
}

function referencesIn(html: string): PartReferences {
  const references = new HtmlReferences()
  references.add(html)
  const targets = [...references.targets].filter(target => target.startsWith('#'))
  return {
    ids: new Set([...references.ids].map(detached)),
    targets: new Set(targets.map(target => detached(decodePath(target.slice(1))))),
  }
}
