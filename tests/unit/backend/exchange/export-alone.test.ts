import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { ExportScope } from '../../../../src/shared/contract/exchange-procedures'
import type { ExportFormat } from '../../../../src/shared/domain/export/export-formats'
import { openNotebookWith } from '../../../support/open-backend'
import { printOnPaper } from '../../../support/print-on-paper'
import { readTree } from '../../../support/read-tree'
import { temporaryFolder } from '../../../support/temporary-folder'

const notes = {
  'notes/Free.md': '# Free\n\nOf [[small-1-01]], [[small]], and [[#Part|the end]].\n\n## Part\n\nEnd.\n',
  'notes/a.md':
    '---\nanswers: [small-1-01]\n---\nBy *words*, see [[small-1-01|here]], [[Free]] and [[small]].\n',
}
const note: ExportScope = { kind: 'note', path: 'notes/Free.md' }
const question: ExportScope = { kind: 'questions', ids: ['small-1-01'] }
const asked = 'Why does keyword search depend on word segmentation?'

/** What is written below `Out`, by path; the text of a page is what its body has. */
async function exported(format: ExportFormat, scope: ExportScope): Promise<Record<string, string>> {
  await using notebook = await openNotebookWith(notes)
  const out = await temporaryFolder()
  const path = join(out.path, 'Out')
  const how = {
    include: 'all',
    overwrite: true,
  } as const
  const report = await notebook.client['export.run']({ ...how, format, scope, path })
  expect(report.brokenLinks).toEqual([])
  const tree = await readTree(out.path)
  await out.remove()
  return Object.fromEntries(
    Object.entries(tree).map(([name, text]) => [
      name,
      text.startsWith('<!doctype html>')
        ? (/<body>\n([\s\S]*?)(?:<style>|<\/body>)/.exec(text)?.[1] ?? '')
        : text,
    ]),
  )
}

describe('one note', () => {
  const page = `<main>
<article>
<h1 id="ID">Free</h1>
<p>Of ${asked}, Small list, and <a href="#ID.part">the end</a>.</p>
<h2 id="ID.part">Part</h2>
<p>End.</p>
</article>
</main>
`
  const markdown = `# Free\n\nOf ${asked}, Small list, and [the end](#part).\n\n## Part\n\nEnd.\n`

  it('is a page of its title and text', async () => {
    expect(await exported('html', note)).toEqual({ Out: page.replaceAll('ID', 'note-free') })
  })

  it('is a site of one page', async () => {
    expect(await exported('site', note)).toEqual({
      'Out/': '',
      'Out/assets/': '',
      'Out/assets/page.css': expect.any(String) as string,
      'Out/index.html': page.replaceAll('ID', 'note'),
    })
  })

  it('is a folder of one file', async () => {
    expect(await exported('folder', note)).toEqual({
      'Out/': '',
      'Out/answerbook-export.json': expect.any(String) as string,
      'Out/Free.md': markdown,
    })
  })

  it('is a Markdown text of its title and text', async () => {
    expect(await exported('markdown', note)).toEqual({ Out: markdown })
  })
})

describe('one question', () => {
  const page = `<main>
<article>
<h1 id="small-1-01">${asked}</h1>
<blockquote>
<p>Hint: what does it count?</p>
</blockquote>
<p>By <em>words</em>, see <a href="#small-1-01">here</a>, Free and Small list.</p>
</article>
</main>
`

  it('is a page of the question and its answer, without its number', async () => {
    expect(await exported('html', question)).toEqual({ Out: page })
  })

  it('is a site of one page', async () => {
    expect(await exported('site', question)).toMatchObject({
      'Out/index.html': page.replace('href="#small-1-01"', 'href="index.html"'),
    })
  })

  it('is a folder of one file', async () => {
    expect(await exported('folder', question)).toEqual({
      'Out/': '',
      'Out/answerbook-export.json': expect.any(String) as string,
      [`Out/${asked.slice(0, -1)}.md`]: `---\nanswers: [small-1-01]\n---\n\n# ${asked}\n\n> Hint: what does it count?\n\nBy *words*, see [here](Why%20does%20keyword%20search%20depend%20on%20word%20segmentation.md), Free and Small list.\n`,
    })
  })

  it('is a Markdown text of the question and its answer', async () => {
    expect(await exported('markdown', question)).toEqual({
      Out: `# ${asked}\n\n> Hint: what does it count?\n\n**a**\n\nBy *words*, see [here](#why-does-keyword-search-depend-on-word-segmentation), Free and Small list.\n`,
    })
  })

  it('gives its name to the file', async () => {
    await using notebook = await openNotebookWith(notes)
    const { path } = await notebook.client['export.defaultPath']({ format: 'html', scope: question })
    expect(basename(path)).toBe(`${asked.slice(0, -1)} export.html`)
  })
})

it.each([note, question])('prints %j as pages without contents and bookmarks', async scope => {
  await using notebook = await openNotebookWith(notes, { printPage: printOnPaper })
  const out = await temporaryFolder()
  const path = join(out.path, 'Out.pdf')
  await notebook.client['export.run']({ format: 'pdf', scope, path, include: 'all', overwrite: true })
  const document = await PDFDocument.load(await readFile(path), { updateMetadata: false })
  expect(document.getPageCount()).toBe(1)
  expect(document.getTitle()).toBe(scope === note ? 'Free' : asked)
  expect(document.catalog.has(PDFName.of('Outlines'))).toBe(false)
  await out.remove()
})
