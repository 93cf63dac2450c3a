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
