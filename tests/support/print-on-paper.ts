import { readFile, writeFile } from 'node:fs/promises'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/**
 * Prints as Chromium does, without looks: a page for the head and one for each article; named places for ids that a link leads
 * to; links only to ids that the page has, be they shown or not; and a tree of structure.
 */
export async function printOnPaper(htmlPath: string, pdfPath: string): Promise<void> {
  const html = await readFile(htmlPath, 'utf8')
  const [shown = ''] = html.split('<div hidden>')
  const document = await PDFDocument.create({ updateMetadata: false })
  const stretches = shown.split('<article>').filter((text, index) => index > 0 || /<h\d/.test(text))
  const pages = stretches.map(() => document.addPage([595, 842]))
  const { context, catalog } = document
  const places = PDFDict.withContext(context)
  const elements = PDFArray.withContext(context)
  const parents = PDFArray.withContext(context)
  const linked = new Set([...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => decodeURIComponent(id)))
  const known = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))
  for (const [index, text] of stretches.entries()) {
    const page = pages[index]
    if (page === undefined) continue
    page.node.set(name('StructParents'), PDFNumber.of(index))
    const element = context.register(context.obj({ Type: 'StructElem', S: 'Sect', Pg: page.ref }))
    elements.push(element)
    parents.push(PDFNumber.of(index))
    parents.push(context.register(context.obj([element])))
    for (const [, id = ''] of text.matchAll(/ id="([^"]*)"/g))
      if (linked.has(id)) places.set(name(encodeURIComponent(id).replaceAll('%', '#25')), placeOn(page))
    const links = [...text.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => decodeURIComponent(id))
    page.node.set(
      name('Annots'),
      context.obj(links.filter(id => known.has(id)).map(id => linkTo(document, id))),
    )
  }
  catalog.set(name('Dests'), context.register(places))
  const root = context.obj({
    Type: 'StructTreeRoot',
    K: context.register(context.obj({ S: 'Document', K: elements })),
  })
  root.set(name('ParentTree'), context.register(context.obj({ Nums: parents })))
  catalog.set(name('StructTreeRoot'), context.register(root))
  await writeFile(pdfPath, await document.save({ useObjectStreams: false }))
}

function placeOn(page: PDFPage): PDFArray {
  return page.doc.context.obj([page.ref, 'XYZ', 0, 800, 0])
}

function linkTo({ context }: PDFDocument, id: string): PDFRef {
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 10, 10],
      Dest: name(encodeURIComponent(id).replaceAll('%', '#25')),
      Contents: PDFHexString.fromText(id),
    }),
  )
}
