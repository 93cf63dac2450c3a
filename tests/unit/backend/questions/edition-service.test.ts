import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorOf, openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'

const earlier = `---
title: Interview
id: iv
# mine
source: somewhere
---

## Basics

1. What is event delegation? ^iv-01-01
2. How would you design a URL shortener? ^iv-01-02
3. What is precision? ^iv-01-03
4. Explain REST. ^iv-01-04

## Old

1. What is JSONP? ^iv-02-01
2. What is quirks mode? ^iv-02-02
`
const newer = `# Interview, second edition

## Basics

### Explain event delegation.

It bubbles.

### How would you design a rate limiter?

### Explain REST and its constraints.

Six of them.
`
const file = { name: 'iv.md', base64: Buffer.from(newer).toString('base64') }
const answer = (id: string) => `---\nanswers: [${id}]\n---\nMine.\n`
const withNotes = {
  'questions/small.md': undefined,
  'questions/iv.md': earlier,
  'notes/rest.md': answer('iv-01-04'),
  'notes/jsonp.md': answer('iv-02-01'),
}

async function shown({ client }: OpenedNotebook): Promise<unknown> {
  const [list] = await client['questions.lists']({})
  return list?.sections.map(section => [
    section.title,
    ...section.questions.map(({ id, text, notes }) => [id, text, notes.length]),
  ])
}

describe('a newer edition of a list', () => {
  it('keeps sure questions with their ids, asks about unsure ones, and keeps what is answered', async () => {
    await using notebook = await openNotebookWith(withNotes)
    const { client } = notebook
    const preview = await client['questions.previewEdition']({ file, listId: 'iv' })
    expect(preview).toMatchObject({
      same: 0,
      changed: [{ index: 0, id: 'iv-01-01' }],
      unsure: [
        { index: 1, id: 'iv-01-02' },
        { index: 2, id: 'iv-01-04' },
      ],
      answers: 2,
    })
    const before = await readTree(notebook.path)
    const { undoId } = await client['questions.importEdition']({
      file,
      listId: 'iv',
      hash: preview.hash,
      choices: [{ index: 2, id: 'iv-01-04' }],
    })
    expect(await shown(notebook)).toEqual([
      [
        'Basics',
        ['iv-01-01', 'Explain event delegation.', 1],
        ['iv-01-02-2', 'How would you design a rate limiter?', 0],
        ['iv-01-04', 'Explain REST and its constraints.', 1],
      ],
      ['Old', ['iv-02-01', 'What is JSONP?', 1]],
    ])
    const text = await readFile(join(notebook.path, 'questions/iv.md'), 'utf8')
    expect(text).toMatch(/^---\ntitle: Interview, second edition\nid: iv\n# mine\nsource: somewhere\n---\n/)
    expect(await client['questions.undoEdit']({ undoId })).toEqual({ skipped: [] })
    const after = await readTree(notebook.path)
    expect({ ...after, ...before }).toEqual(after)
    expect(
      Object.keys(after)
        .filter(path => path.startsWith('notes/'))
        .sort(),
    ).toEqual(
      Object.keys(before)
        .filter(path => path.startsWith('notes/'))
        .sort(),
    )
  })

  it('takes nothing that is unsure unless it is chosen', async () => {
    await using notebook = await openNotebookWith(withNotes)
    const { client } = notebook
    const { hash } = await client['questions.previewEdition']({ file, listId: 'iv' })
    const report = await client['questions.importEdition']({ file, listId: 'iv', hash, choices: [] })
    expect(report.unsure).toHaveLength(2)
    expect(report.gone.filter(({ isKept }) => isKept).map(({ id }) => id)).toEqual(['iv-01-04', 'iv-02-01'])
    const [list] = await client['questions.lists']({})
    expect(list?.sections.map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ['iv-01-01', 'iv-01-02-2', 'iv-01-03-2', 'iv-01-04'],
      ['iv-02-01'],
    ])
  })

  it('seems one by its id or by most of its questions', async () => {
    await using notebook = await openNotebookWith(withNotes)
    const editionOf = async (text: string) => {
      const files = [{ name: 'a.md', base64: Buffer.from(text).toString('base64') }]
      return (await notebook.client['questions.previewImport']({ files })).editionOf
    }
    expect(await editionOf(earlier.replace('id: iv', 'id: IV'))).toEqual(['iv'])
    expect(await editionOf('- What is precision?\n- Explain REST.\n- What is Rust?\n')).toEqual(['iv'])
    expect(await editionOf('- What is precision?\n- What is Rust?\n- What is Go?\n')).toEqual([null])
  })

  it('is refused when the list is another one by now', async () => {
    await using notebook = await openNotebookWith(withNotes)
    const stale = { file, listId: 'iv', hash: 'another', choices: [] }
    expect(await errorOf(notebook.client['questions.importEdition'](stale))).toMatchObject({
      code: 'questions/list-changed',
    })
    expect(await readFile(join(notebook.path, 'questions/iv.md'), 'utf8')).toBe(earlier)
  })
})
