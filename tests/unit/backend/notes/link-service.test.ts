import { expect, it } from 'vitest'
import { openNotebookWith } from '../../../support/open-backend'

it.each([
  ['wiki', 'x.pdf', { kind: 'attachment', path: 'attachments/x.pdf', size: 8 }],
  ['markdown', '../attachments/x.pdf', { kind: 'attachment', path: 'attachments/x.pdf', size: 8 }],
  ['markdown', '../attachments/Makefile', { kind: 'attachment', path: 'attachments/Makefile', size: 3 }],
  ['wiki', 'gone.pdf', { kind: 'attachment', path: 'attachments/gone.pdf', size: null }],
  ['markdown', '../attachments/gone', { kind: 'attachment', path: 'attachments/gone', size: null }],
  ['wiki', 'Node.js', { kind: 'missing', target: 'Node.js' }],
] as const)('says of the %s link to %s whether its file is there', async (kind, target, expected) => {
  await using notebook = await openNotebookWith({
    'attachments/x.pdf': '%PDF-1.4',
    'attachments/Makefile': 'all',
  })
  expect(await notebook.client['links.resolve']({ kind, target, from: 'notes/a.md' })).toEqual(expected)
})

it('gives no wiki link to a note that none leads to (gave one to another note, or none at all)', async () => {
  const names = [
    'Hash # x',
    'Odd [x] name',
    'Bar | name',
    'Caret ^ name',
    'Tick `x` name',
    'Cost $5 and $6',
    'It (a)',
  ]
  await using notebook = await openNotebookWith({
    ...Object.fromEntries(names.map(name => [`notes/${name}.md`, 'text'])),
    'notes/C#/Other name.md': 'text',
    'notes/Other name.md': 'text',
  })
  const { client } = notebook
  const inserts = new Map<string, string | null>()
  for (const { insert, id } of await client['links.suggest']({ text: '', limit: 50 })) inserts.set(id, insert)
  for (const [path, insert] of [...inserts].filter(([id]) => id.startsWith('notes/'))) {
    const isOdd = /[#[|^`]/.test(path)
    expect(insert === null).toBe(isOdd)
    if (insert !== null)
      expect(await client['links.resolve']({ kind: 'wiki', target: insert, from: null })).toMatchObject({
        path,
      })
  }
  expect([...inserts.values()].filter(insert => insert === null)).toHaveLength(6)
})

it('suggests files by their names, behind notes and questions', async () => {
  await using notebook = await openNotebookWith({
    'notes/Paper.md': 'text',
    'attachments/paper.pdf': 'x',
    'attachments/sub/paper [1].pdf': 'x',
    'attachments/sub/paper two.pdf': 'x',
  })
  const suggested = await notebook.client['links.suggest']({ text: 'pap', limit: 5 })
  expect(suggested.map(({ kind, insert, detail }) => [kind, insert, detail])).toEqual([
    ['note', 'Paper', ''],
    ['attachment', 'paper.pdf', ''],
    ['attachment', 'attachments/sub/paper two.pdf', 'sub'],
  ])
  const [first] = await notebook.client['links.suggest']({ text: '', limit: 1 })
  expect(first?.kind).not.toBe('attachment')
})
