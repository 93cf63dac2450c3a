import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, PDFHexString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { printOnPaper } from '../../../support/print-on-paper'
import { temporaryFolder } from '../../../support/temporary-folder'

const options = { format: 'pdf', scope: { kind: 'notebook' }, include: 'all', overwrite: true } as const
const large = new Uint8Array(900_000)
large.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const long = '![](../attachments/large.png)'
/** So long that each is printed apart from the others. */
const notes = {
  'notes/a.md': `---\nanswers: [small-1-01]\n---\n## Deep 深\n\n[[b#End]] [[#^small-2-01]] ${long}`,
  'notes/b.md': `---\nanswers: [small-2-01]\n---\n## End\n\n[[a#Deep 深]] [[Free]] ${long}`,
  'notes/Free.md': `[[a]] ${long}`,
  'attachments/large.png': large,
}

describe('a printed notebook', () => {
  it('is printed in parts, whose links lead to pages of the whole', async () => {
    const printed: string[] = []
    let contents = ''
    const printPage = async (html: string, pdf: string): Promise<void> => {
      printed.push(html.slice(html.lastIndexOf('/') + 1))
      contents = await readFile(html, 'utf8')
      await printOnPaper(html, pdf)
    }
    await using notebook = await openNotebookWith(notes, { printPage })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.pdf')
    const report = await notebook.client['export.run']({ ...options, path })
    expect(report).toMatchObject({ written: [path], brokenLinks: [], missingImages: [] })
    expect(printed).toEqual(['part-0.html', 'part-1.html', 'part-2.html', 'contents.html'])
    const { document, linksOf } = await readPdf(path)
    expect(document.getPageCount()).toBe(7)
    expect(document.getTitle()).toBe('My notebook')
    const numbers = [...contents.matchAll(/ href="#([^"]*)">[^<]*<\/a><span class="note">(\d+)</g)]
    expect(linksOf(0)).toEqual(new Map(numbers.map(([, id = '', number]) => [id, Number(number) - 1])))
    expect([...linksOf(0).values()]).toEqual([1, 2, 3, 3, 4, 5, 6])
    expect(linksOf(2)).toEqual(
      new Map([
        ['small-2-01.end', 4],
        ['small-2-01', 4],
      ]),
    )
    expect(linksOf(4)).toEqual(
      new Map([
        ['small-1-01.deep-深', 2],
        ['note-free', 6],
      ]),
    )
    await out.remove()
  })

  it('has each page’s structure where the page says that it is', async () => {
    await using notebook = await openNotebookWith(notes, { printPage: printOnPaper })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.pdf')
    await notebook.client['export.run']({ ...options, path })
    const { document } = await readPdf(path)
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const leaves = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Kids'), PDFArray)
    const pairs = leaves
      .asArray()
      .flatMap((_leaf, index) => leaves.lookup(index, PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray())
    for (const page of document.getPages()) {
      const number = page.node.lookup(PDFName.of('StructParents'), PDFNumber)
      const at = pairs.findIndex(item => item instanceof PDFNumber && item.asNumber() === number.asNumber())
      const elements = document.context.lookup(pairs[at + 1], PDFArray)
      expect(elements.lookup(0, PDFDict).get(PDFName.of('Pg'))).toBe(page.ref)
    }
    await out.remove()
  })

  it('has bookmarks for lists, sections, questions and other notes, which lead to their pages', async () => {
    await using notebook = await openNotebookWith(notes, { printPage: printOnPaper })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.pdf')
    await notebook.client['export.run']({ ...options, path })
    const { document } = await readPdf(path)
    const outline = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(bookmarksIn(document, outline)).toEqual([
      'Contents: 0',
      [
        'Small list: 1',
        [
          '1 Tokens: 1',
          '1.1 Why does keyword search depend on word segmentation?: 2',
          '1.2 Which merge is made first?: 3',
        ],
        ['2 Attention: 3', '2.1 Why divide by the square root?: 4'],
      ],
      ['Other notes: 5', 'Free: 6'],
    ])
    await out.remove()
  })

  it('says on its first page how much it has, and when it was made', async () => {
    let contents = ''
    const printPage = async (html: string, pdf: string): Promise<void> => {
      contents = await readFile(html, 'utf8')
      await printOnPaper(html, pdf)
    }
    await using notebook = await openNotebookWith(notes, { printPage })
    const out = await temporaryFolder()
    const run = (language: 'en' | 'zh', name: string): Promise<unknown> =>
      notebook.client['export.run']({ ...options, language, path: join(out.path, name) })
    const below = (): string | undefined => /<\/h1>\n<p class="quiet">(.*)<\/p>/.exec(contents)?.[1]
    await run('en', 'a.pdf')
    expect(below()).toMatch(/^3 questions, 2 with an answer, 1 other note · [12] January 2026$/)
    await run('zh', 'b.pdf')
    expect(below()).toMatch(/^3 个问题，2 个有答案，1 篇其他笔记 · 2026年1月[12]日$/)
    await out.remove()
  })

  it('is the same when what prints packs its objects', async () => {
    const packed = async (html: string, pdf: string): Promise<void> => {
      await printOnPaper(html, pdf)
      const document = await PDFDocument.load(await readFile(pdf), { updateMetadata: false })
      await writeFile(pdf, await document.save({ useObjectStreams: true }))
    }
    const out = await temporaryFolder()
    const linksOf = async (print: typeof packed, name: string): Promise<unknown> => {
      await using notebook = await openNotebookWith(notes, { printPage: print })
      await notebook.client['export.run']({ ...options, path: join(out.path, name) })
      const pdf = await readPdf(join(out.path, name))
      return pdf.document.getPages().map((_page, index) => pdf.linksOf(index))
    }
    expect(await linksOf(packed, 'packed.pdf')).toEqual(await linksOf(printOnPaper, 'plain.pdf'))
    await out.remove()
  })

  it.each(['no PDF at all', '%PDF-1.7\nstartxref\n4\n%%EOF'])(
    'fails when what is printed is %j',
    async text => {
      await using notebook = await openNotebookWith(notes, {
        printPage: (_html, pdf) => writeFile(pdf, text),
      })
      const out = await temporaryFolder()
      const run = notebook.client['export.run']({ ...options, path: join(out.path, 'Out.pdf') })
      expect(await errorOf(run)).toMatchObject({ code: 'export/print-failed' })
      await out.remove()
    },
  )

  it('is not there when it is cancelled while it is printed', async () => {
    let cancel = async (): Promise<unknown> => undefined
    const printPage = async (html: string, pdf: string, signal: AbortSignal): Promise<void> => {
      if (html.endsWith('part-1.html')) await cancel()
      if (signal.aborted) throw new Error('ended')
      await printOnPaper(html, pdf)
    }
    await using notebook = await openNotebookWith(notes, { printPage })
    cancel = () => notebook.client['export.cancel']({})
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.pdf')
    expect(await errorOf(notebook.client['export.run']({ ...options, path }))).toEqual({
      code: 'export/cancelled',
      data: { path },
    })
    expect(await errorOf(readFile(path))).toMatchObject({ code: 'ENOENT' })
    await out.remove()
  })
})

/** `linksOf` gives where the links of a page lead: page numbers from 0 by the ids that they name. */
async function readPdf(
  path: string,
): Promise<{ document: PDFDocument; linksOf: (page: number) => Map<string, number> }> {
  const document = await PDFDocument.load(await readFile(path), { updateMetadata: false })
  const places = document.catalog.lookup(PDFName.of('Dests'), PDFDict)
  const refs = document.getPages().map(({ ref }) => ref)
  const linksOf = (page: number): Map<string, number> => {
    const links = document.getPage(page).node.Annots()
    const entries = Array.from({ length: links?.size() ?? 0 }, (_, index) => {
      const link = links?.lookup(index, PDFDict)
      const place = places.lookup(link?.lookup(PDFName.of('Dest'), PDFName) ?? PDFName.of(''), PDFArray)
      const target = place.get(0)
      const id = link?.lookup(PDFName.of('Contents'), PDFHexString).decodeText() ?? ''
      return [id, target instanceof PDFRef ? refs.indexOf(target) : -1] as const
    })
    return new Map(entries)
  }
  return { document, linksOf }
}

type Bookmarks = readonly (string | Bookmarks)[]

/** Each with the number of its page, from 0; one with others below it is a list that begins with itself. */
function bookmarksIn(document: PDFDocument, above: PDFDict): Bookmarks {
  const refs = document.getPages().map(({ ref }) => ref)
  const found: (string | Bookmarks)[] = []
  const first = above.lookupMaybe(PDFName.of('First'), PDFDict)
  for (let item = first; item !== undefined; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    const page = item.lookup(PDFName.of('Dest'), PDFArray).get(0)
    const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText()
    const text = `${title}: ${page instanceof PDFRef ? refs.indexOf(page) : -1}`
    const below = bookmarksIn(document, item)
    found.push(below.length === 0 ? text : [text, ...below])
  }
  return found
}
