import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { PdfFile } from './pdf-file'

const name = (text: string): PDFName => PDFName.of(text)

/** A printed part as it is read: objects that are taken over, and what the whole document has once. */
export class PdfPart {
  readonly file: PdfFile
  readonly pages: readonly PDFRef[]
  /** Named places: arrays that begin with a page. */
  readonly places: ReadonlyMap<string, PDFArray>
  /** The roots of the tree that tells screen readers what is what. */
  readonly structure: readonly PDFRef[]
  /** For the numbers that pages and links have, where they are in that tree. */
  readonly parents: ReadonlyMap<number, PDFObject>
  readonly #left = new Set<PDFObject | undefined>()
  /** Of each page the nodes of the tree above it, the nearest first. */
  readonly #above = new Map<PDFRef, readonly PDFRef[]>()

  private constructor(file: PdfFile) {
    this.file = file
    const { catalog } = file
    const pageTree = catalog?.get(name('Pages'))
    if (pageTree instanceof PDFRef) this.#addPages(pageTree, [])
    this.pages = [...this.#above.keys()]
    const places = file.dict(catalog?.get(name('Dests')))
    this.places = new Map(
      (places?.entries() ?? []).flatMap(([key, value]) => {
        const place = file.resolve(value)
        return place instanceof PDFArray ? [[key.decodeText(), place]] : []
      }),
    )
    const root = file.dict(catalog?.get(name('StructTreeRoot')))
    this.structure = rootsOf(root)
    this.parents = new Map(numbersOf(file, root?.get(name('ParentTree'))))
    for (const key of ['Dests', 'StructTreeRoot']) this.#left.add(catalog?.get(name(key)))
    this.#left.add(root?.get(name('ParentTree')))
    this.#left.add(file.catalogRef)
    this.#left.add(file.infoRef)
  }

  /** @throws AppError `export/print-failed` for bytes that are no PDF. */
  static async read(bytes: Uint8Array): Promise<PdfPart> {
    return new PdfPart(await PdfFile.read(bytes))
  }

  /** Page number in this part, from 0, of a named place. */
  pageOf(place: string): number | undefined {
    const page = this.places.get(place)?.get(0)
    const index = this.pages.findIndex(ref => ref === page)
    return index < 0 ? undefined : index
  }

  /**
   * What a page has itself or from the tree above it; an object of its own unless `page` has it.
   */
  inherited(page: PDFDict, ref: PDFRef, key: string): PDFObject | undefined {
    const own = page.get(name(key))
    if (own !== undefined) return this.file.resolve(own)
    for (const above of this.#above.get(ref) ?? []) {
      const value = this.file.dict(above)?.get(name(key))
      if (value !== undefined) return this.file.resolve(value)
    }
    return undefined
  }

  /** All objects but the trees of pages and structure, and what only leads to those, one after the other. */
  *objects(): Generator<readonly [PDFRef, PDFObject]> {
    for (const ref of this.file.refs()) {
      if (this.#left.has(ref)) continue
      const object = this.file.object(ref)
      if (object !== undefined) yield [ref, object]
    }
  }

  #addPages(ref: PDFRef, above: readonly PDFRef[]): void {
    const kids = this.file.resolve(this.file.dict(ref)?.get(name('Kids')))
    if (!(kids instanceof PDFArray)) {
      this.#above.set(ref, above)
      return
    }
    this.#left.add(ref)
    for (const kid of kids.asArray()) if (kid instanceof PDFRef) this.#addPages(kid, [ref, ...above])
  }
}

/** Puts what `numberOf` says in the place of all references in an object. */
export function renumber(object: PDFObject, numberOf: (ref: PDFRef) => PDFObject): void {
  if (object instanceof PDFArray) {
    for (let index = 0; index < object.size(); index += 1) {
      const item = object.get(index)
      if (item instanceof PDFRef) object.set(index, numberOf(item))
      else renumber(item, numberOf)
    }
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(key, numberOf(value))
      else renumber(value, numberOf)
    }
  } else if (object instanceof PDFStream) renumber(object.dict, numberOf)
}

function rootsOf(root: PDFDict | undefined): PDFRef[] {
  const first = root?.get(name('K'))
  if (first instanceof PDFRef) return [first]
  return first instanceof PDFArray ? first.asArray().filter(item => item instanceof PDFRef) : []
}

/** The pairs of a number tree. */
function numbersOf(file: PdfFile, tree: PDFObject | undefined): (readonly [number, PDFObject])[] {
  const node = file.dict(tree)
  const [pairs, kids] = ['Nums', 'Kids'].map(key => itemsOf(file.resolve(node?.get(name(key)))))
  const own = (pairs ?? []).flatMap((value, index) => {
    const key = pairs?.[index - 1]
    return index % 2 === 1 && key instanceof PDFNumber ? [[key.asNumber(), value] as const] : []
  })
  return [...own, ...(kids ?? []).flatMap(kid => numbersOf(file, kid))]
}

function itemsOf(array: PDFObject | undefined): PDFObject[] {
  return array instanceof PDFArray ? array.asArray() : []
}
