import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFPageTree,
  PDFRef,
  PDFStream,
  type PDFObject,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** A printed part as it is read: objects that are taken over, and what the whole document has once. */
export class PdfPart {
  readonly document: PDFDocument
  readonly pages: readonly { readonly ref: PDFRef; readonly node: PDFPageLeaf }[]
  /** Named places: arrays that begin with a page. */
  readonly places: ReadonlyMap<string, PDFArray>
  /** The roots of the tree that tells screen readers what is what. */
  readonly structure: readonly PDFRef[]
  /** For the numbers that pages and links have, where they are in that tree. */
  readonly parents: ReadonlyMap<number, PDFObject>
  readonly #left = new Set<PDFRef>()

  private constructor(document: PDFDocument) {
    this.document = document
    this.pages = document.getPages().map(({ ref, node }) => ({ ref, node }))
    const { catalog } = document
    const places = catalog.lookupMaybe(name('Dests'), PDFDict)
    this.places = new Map(
      (places?.keys() ?? []).flatMap(key => {
        const place = places?.lookup(key)
        return place instanceof PDFArray ? [[key.decodeText(), place]] : []
      }),
    )
    const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
    this.structure = rootsOf(root)
    this.parents = new Map(numbersOf(root?.lookupMaybe(name('ParentTree'), PDFDict)))
    for (const key of ['Dests', 'StructTreeRoot']) this.#leave(catalog.get(name(key)))
    this.#leave(root?.get(name('ParentTree')))
    this.#leave(document.context.trailerInfo.Root)
    this.#leave(document.context.trailerInfo.Info)
  }

  /** @throws Error for bytes that are no PDF. */
  static async read(bytes: Uint8Array): Promise<PdfPart> {
    return new PdfPart(await PDFDocument.load(bytes, { updateMetadata: false }))
  }

  get largestNumber(): number {
    return this.document.context.largestObjectNumber
  }

  /** Page number in this part, from 0, of a named place. */
  pageOf(place: string): number | undefined {
    const page = this.places.get(place)?.get(0)
    const index = this.pages.findIndex(({ ref }) => ref === page)
    return index < 0 ? undefined : index
  }

  /** All objects but the trees of pages and structure, and what only leads to those. */
  objects(): (readonly [PDFRef, PDFObject])[] {
    return this.document.context
      .enumerateIndirectObjects()
      .filter(([ref, object]) => !this.#left.has(ref) && !(object instanceof PDFPageTree))
  }

  #leave(object: PDFObject | undefined): void {
    if (object instanceof PDFRef) this.#left.add(object)
  }
}

/** Gives all references in an object the number that `numberOf` says, in place. */
export function renumber(object: PDFObject, numberOf: (ref: PDFRef) => PDFRef): void {
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
function numbersOf(tree: PDFDict | undefined): (readonly [number, PDFObject])[] {
  const pairs = tree?.lookupMaybe(name('Nums'), PDFArray)
  const kids = tree?.lookupMaybe(name('Kids'), PDFArray)
  const own = Array.from({ length: (pairs?.size() ?? 0) / 2 }, (_, index) => {
    const [key, value] = [pairs?.lookup(index * 2, PDFNumber), pairs?.get(index * 2 + 1)]
    return key === undefined || value === undefined ? [] : [[key.asNumber(), value] as const]
  }).flat()
  const below = Array.from({ length: kids?.size() ?? 0 }, (_, index) =>
    numbersOf(kids?.lookup(index, PDFDict)),
  ).flat()
  return [...own, ...below]
}
