import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import type { OutlineItem } from '../../../shared/domain/export/html/print-outline'
import { decodePath } from '../../../shared/domain/link-keys'
import { writeOutline } from './pdf-outline'
import { PdfOutput } from './pdf-output'
import { renumber, type PdfPart } from './pdf-part'
import { WrittenRef } from './written-ref'

const name = (text: string): PDFName => PDFName.of(text)
/** Above the lower edge, and from baseline to baseline, in points. */
const [footerBottom, footerSize] = [26, 9]
const footerFont = 'AnswerbookFooter'
/** Of a digit in Helvetica, as a share of the font's size. */
const digitWidth = 0.556

export interface JoinedPdf {
  readonly title: string
  /** A language tag. */
  readonly language: string | undefined
  /** How many pages all parts have. */
  readonly pages: number
  readonly producedAt: Date
  /** Bookmarks. */
  readonly outline: readonly OutlineItem[]
}

/**
 * Joins printed parts into one document, piece by piece: named places, structure and links are those of the whole, and each page
 * says its number. One part is in memory at a time.
 *
 * The source of the format is ISO 32000-1: 7.5 (file), 7.7.3 (pages), 7.9.7 (number trees), 12.3.2.3 (named places), 14.7 (structure).
 */
export async function* joinPdf(whole: JoinedPdf, parts: AsyncIterable<PdfPart>): AsyncGenerator<Uint8Array> {
  const joiner = new PdfJoiner(PDFContext.create(), whole)
  yield joiner.output.start()
  for await (const part of parts) yield* joiner.add(part)
  yield* joiner.finish()
}

class PdfJoiner {
  readonly output = new PdfOutput()
  readonly #context: PDFContext
  readonly #whole: JoinedPdf
  readonly #catalog = this.output.reserve()
  readonly #info = this.output.reserve()
  readonly #pageTree = this.output.reserve()
  readonly #structureTree = this.output.reserve()
  readonly #parentTree = this.output.reserve()
  readonly #font = this.output.reserve()
  readonly #saved = this.output.reserve()
  readonly #partTrees: WrittenRef[] = []
  readonly #parentLeaves: WrittenRef[] = []
  readonly #structure: WrittenRef[] = []
  readonly #places: PDFDict
  /** By the ids that the places are named for. */
  readonly #placeOf = new Map<string, PDFArray>()
  #firstPage: WrittenRef | undefined
  #pageCount = 0
  #nextParent = 0

  constructor(context: PDFContext, whole: JoinedPdf) {
    this.#context = context
    this.#whole = whole
    this.#places = PDFDict.withContext(context)
  }

  *add(part: PdfPart): Generator<Uint8Array> {
    const { output } = this
    const shift = output.reserveRange(part.file.largestNumber)
    const numberOf = (ref: PDFRef): WrittenRef => new WrittenRef(ref.objectNumber + shift)
    const tree = output.reserve()
    const numbers = new Map(part.pages.map((ref, index) => [ref, this.#pageCount + index + 1]))
    for (const [ref, object] of part.objects()) {
      const number = numbers.get(ref)
      const page =
        number !== undefined && object instanceof PDFDict ? preparePage(part, ref, object) : undefined
      renumber(object, numberOf)
      this.#shiftParents(object)
      if (page !== undefined) yield* this.#finishPage(page, `${number} / ${this.#whole.pages}`, tree)
      if (part.structure.includes(ref) && object instanceof PDFDict)
        object.set(name('P'), this.#structureTree)
      yield output.object(numberOf(ref), object)
    }
    for (const [place, target] of part.places) {
      renumber(target, numberOf)
      this.#places.set(nameOf(place), target)
      this.#placeOf.set(decodePath(place), target)
    }
    this.#structure.push(...part.structure.map(numberOf))
    yield* this.#addParents(part.parents, numberOf)
    const pages = part.pages.map(numberOf)
    this.#firstPage ??= pages[0]
    this.#pageCount += pages.length
    yield this.#pages(tree, pages)
  }

  *finish(): Generator<Uint8Array> {
    const { output } = this
    const { title, language, producedAt } = this.#whole
    const obj = this.#context.obj.bind(this.#context)
    yield output.object(this.#saved, this.#context.stream('q\n'))
    yield output.object(
      this.#font,
      obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
    )
    yield output.object(this.#pageTree, obj({ Type: 'Pages', Count: this.#pageCount, Kids: this.#partTrees }))
    yield output.object(this.#parentTree, obj({ Kids: this.#parentLeaves }))
    yield output.object(
      this.#structureTree,
      obj({
        Type: 'StructTreeRoot',
        K: this.#structure,
        ParentTree: this.#parentTree,
        ParentTreeNextKey: this.#nextParent,
      }),
    )
    const outline = yield* this.#outline()
    const catalog = obj({
      Type: 'Catalog',
      Pages: this.#pageTree,
      StructTreeRoot: this.#structureTree,
      MarkInfo: { Marked: this.#structure.length > 0 },
      ViewerPreferences: { DisplayDocTitle: true },
      ...(language === undefined ? {} : { Lang: PDFString.of(language) }),
      ...(outline === undefined ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
    })
    catalog.set(name('Dests'), this.#places)
    yield output.object(this.#catalog, catalog)
    yield output.object(
      this.#info,
      obj({
        Title: PDFHexString.fromText(title),
        Creator: PDFString.of('Answerbook'),
        CreationDate: PDFString.fromDate(producedAt),
      }),
    )
    yield* output.end(this.#context, this.#catalog, this.#info)
  }

  /** Puts a text below what a page shows. */
  *#finishPage(
    { node, fonts, contents, width }: PreparedPage,
    text: string,
    tree: WrittenRef,
  ): Generator<Uint8Array> {
    const left = (width - text.length * digitWidth * footerSize) / 2
    const footer = this.output.reserve()
    yield this.output.object(
      footer,
      this.#context.stream(
        `Q /Artifact BMC q 0.33 g BT /${footerFont} ${footerSize} Tf ${left.toFixed(1)} ${footerBottom} Td (${text}) Tj ET Q EMC\n`,
      ),
    )
    fonts.set(name(footerFont), this.#font)
    contents.insert(0, this.#saved)
    contents.push(footer)
    node.set(name('Parent'), tree)
  }

  #outline(): Generator<Uint8Array, WrittenRef | undefined> {
    const first = this.#context.obj([this.#firstPage, 'Fit'])
    return writeOutline(this.#whole.outline, {
      output: this.output,
      context: this.#context,
      destinationOf: ({ id }) => (id === undefined ? first : this.#placeOf.get(id)),
    })
  }

  /** Pages and links name their places in the tree of structure by numbers, each the only one of its number. */
  #shiftParents(object: PDFObject): void {
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) return
    for (const key of ['StructParents', 'StructParent'].map(name)) {
      const number = dict.get(key)
      if (number instanceof PDFNumber) dict.set(key, PDFNumber.of(number.asNumber() + this.#nextParent))
    }
  }

  *#addParents(
    parents: ReadonlyMap<number, PDFObject>,
    numberOf: (ref: PDFRef) => WrittenRef,
  ): Generator<Uint8Array> {
    const pairs = [...parents].sort(([a], [b]) => a - b)
    const [first, last] = [pairs[0], pairs.at(-1)]
    if (first === undefined || last === undefined) return
    const numbers = this.#context.obj([])
    for (const [number, value] of pairs) {
      renumber(value, numberOf)
      numbers.push(PDFNumber.of(number + this.#nextParent))
      numbers.push(value instanceof PDFRef ? numberOf(value) : value)
    }
    const leaf = this.output.reserve()
    const limits = [first[0] + this.#nextParent, last[0] + this.#nextParent]
    yield this.output.object(leaf, this.#context.obj({ Limits: limits, Nums: numbers }))
    this.#parentLeaves.push(leaf)
    this.#nextParent += last[0] + 1
  }

  #pages(tree: WrittenRef, kids: readonly WrittenRef[]): Uint8Array {
    this.#partTrees.push(tree)
    return this.output.object(
      tree,
      this.#context.obj({ Type: 'Pages', Parent: this.#pageTree, Count: kids.length, Kids: [...kids] }),
    )
  }
}

/** What of a page is changed, each an object of its own. */
interface PreparedPage {
  readonly node: PDFDict
  readonly fonts: PDFDict
  readonly contents: PDFArray
  /** In points. */
  readonly width: number
}

/** Puts into a page what is changed of it; it is still to be numbered. */
function preparePage(part: PdfPart, ref: PDFRef, node: PDFDict): PreparedPage {
  const { context } = node
  const dictOr = (value: PDFObject | undefined): PDFDict =>
    value instanceof PDFDict ? value : PDFDict.withContext(context)
  const resources = dictOr(part.inherited(node, ref, 'Resources'))
  const fonts = dictOr(part.file.resolve(resources.get(name('Font'))))
  const own = node.get(name('Contents'))
  const shown = part.file.resolve(own)
  const contents = shown instanceof PDFArray ? shown : context.obj(own === undefined ? [] : [own])
  resources.set(name('Font'), fonts)
  node.set(name('Resources'), resources)
  node.set(name('Contents'), contents)
  const box = part.inherited(node, ref, 'MediaBox')
  const right = box instanceof PDFArray ? part.file.resolve(box.get(2)) : undefined
  return { node, fonts, contents, width: right instanceof PDFNumber ? right.asNumber() : 0 }
}

/** A name by its text in UTF-8; `PDFName.of` takes what is not ASCII as bytes that are written with `#`. */
function nameOf(text: string): PDFName {
  const bytes = [...new TextEncoder().encode(text)]
  return name(bytes.map(byte => `#${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''))
}
