import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/contract/app-error'
import type { ExportScope } from '../../../../src/shared/contract/exchange-procedures'
import { exportFormats, type ExportFormat } from '../../../../src/shared/domain/export/export-formats'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { samplePng } from '../../../support/sample-images'
import { printOnPaper } from '../../../support/print-on-paper'
import { temporaryFolder } from '../../../support/temporary-folder'

const answer = (body: string) => `---\nanswers: [small-1-01]\n---\n${body}`
const options = { scope: { kind: 'notebook' }, include: 'all', overwrite: true } as const
const notes = {
  'notes/a.md': answer('Of [[b]]: $x$ ![i](../attachments/i%201.png) [t](../attachments/t.txt) [[No]]\n'),
  'notes/b.md': '# B\n\n![no](no.png)\n',
  'attachments/i 1.png': samplePng(),
  'attachments/t.txt': 'text',
}
const printPage = printOnPaper
const scopes: readonly ExportScope[] = [
  { kind: 'notebook' },
  { kind: 'list', listId: 'small' },
  { kind: 'section', listId: 'small', number: 1 },
  { kind: 'questions', ids: ['small-1-01'] },
  { kind: 'note', path: 'notes/a.md' },
]

describe('every format', () => {
  it.each(exportFormats.flatMap(format => scopes.map(scope => [format, scope] as const)))(
    'exports to %s %j, each link and image of it checked',
    async (format, scope) => {
      await using notebook = await openNotebookWith(notes, { printPage })
      const out = await temporaryFolder()
      const path = join(out.path, 'Out')
      const report = await notebook.client['export.run']({ ...options, format, scope, path })
      expect(report.written[0]).toBe(path)
      expect(report.brokenLinks).toEqual([{ path: 'notes/a.md', target: 'No' }])
      const isWithB = scope.kind === 'notebook' && format !== 'anki' && format !== 'csv'
      expect(report.missingImages).toEqual(isWithB ? [{ path: 'notes/b.md', target: 'no.png' }] : [])
      const found = (await readdir(out.path, { recursive: true })).map(name => join(out.path, name))
      expect(found).toEqual(expect.arrayContaining(report.written))
      expect(found.filter(name => name.endsWith('.tmp'))).toEqual([])
      await out.remove()
    },
  )

  it.each(exportFormats)('leaves nothing of %s when it is cancelled', async format => {
    await using notebook = await openNotebookWith(notes, { printPage })
    const out = await temporaryFolder()
    const end = notebook.backend.onEvent(({ event }) => {
      if (event === 'export.progressed') void notebook.client['export.cancel']({})
    })
    const run = notebook.client['export.run']({ ...options, format, path: join(out.path, 'Out') })
    expect(await errorOf(run)).toMatchObject({ code: 'export/cancelled' })
    end()
    expect(await readTree(out.path)).toEqual({})
    await out.remove()
  })

  it.each<ExportFormat>(['html', 'csv', 'anki', 'pdf'])('replaces an older file by %s', async format => {
    await using notebook = await openNotebookWith(notes, { printPage })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out')
    await writeFile(path, 'an older file')
    const run = (overwrite: boolean) => notebook.client['export.run']({ ...options, format, path, overwrite })
    expect(await errorOf(run(false))).toMatchObject({ code: 'export/would-overwrite' })
    await run(true)
    expect(await readFile(path, 'utf8')).not.toContain('an older file')
    await out.remove()
  })
})

it('writes what is known of each question into Markdown when that is wanted', async () => {
  await using notebook = await openNotebookWith({
    'notes/a.md': '---\nanswers: [small-1-01]\ntags: [t]\n---\nA.\n',
  })
  await notebook.client['study.setConfidence']({ id: 'small-1-01', confidence: 4 })
  const out = await temporaryFolder()
  const path = join(out.path, 'Out.md')
  const markdown = { hasMetadata: true, isAnswersOnly: true }
  await notebook.client['export.run']({ ...options, include: 'answered', format: 'markdown', path, markdown })
  expect(await readFile(path, 'utf8')).toBe(`---
title: My notebook
notebook: notebook-1
exported: 2026-01-02T03:04:05.000Z
questions: 1
answered: 1
---

# My notebook

## Contents

- [1 Tokens](#1-tokens)
  - [1.1 Why does keyword search depend on word segmentation?](#11-why-does-keyword-search-depend-on-word-segmentation)

## 1 Tokens

### 1.1 Why does keyword search depend on word segmentation?

\`\`\`yaml
id: small-1-01
status: draft
confidence: 4
tags:
  - t
notes:
  - notes/a.md
\`\`\`

**a**

A.
`)
  await out.remove()
})

describe('a PDF', () => {
  it('needs something that prints', async () => {
    await using notebook = await openNotebookWith(notes)
    const out = await temporaryFolder()
    const run = notebook.client['export.run']({ ...options, format: 'pdf', path: join(out.path, 'Out.pdf') })
    expect(await errorOf(run)).toMatchObject({ code: 'export/no-browser' })
    await out.remove()
  })

  it('leaves the old file when printing fails, and no page', async () => {
    const pages: string[] = []
    const fail = async (html: string): Promise<void> => {
      pages.push(html)
      throw new AppError('export/print-failed', { detail: 'no paper' })
    }
    await using notebook = await openNotebookWith(notes, { printPage: fail })
    const out = await temporaryFolder()
    const path = join(out.path, 'Out.pdf')
    await writeFile(path, 'old')
    expect(await errorOf(notebook.client['export.run']({ ...options, format: 'pdf', path }))).toEqual({
      code: 'export/print-failed',
      data: { detail: 'no paper' },
    })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await errorOf(readFile(pages[0] ?? ''))).toMatchObject({ code: 'ENOENT' })
    await out.remove()
  })
})

it('has a page whose policy knows every style in it by its hash', async () => {
  await using notebook = await openNotebookWith(notes)
  const out = await temporaryFolder()
  const path = join(out.path, 'Out.html')
  await notebook.client['export.run']({ ...options, format: 'html', path })
  const html = await readFile(path, 'utf8')
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? ''
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style)
  expect(styles.length).toBeGreaterThan(2)
  for (const style of styles) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`)
  }
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toMatch(/script-src|https?:/)
  await out.remove()
})
