import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openNotebookWith } from '../../../support/open-backend'

it('finds notes that mention a title without a link, and makes the first mention a link', async () => {
  await using notebook = await openNotebookWith({
    'notes/Flash attention.md': 'It tiles.',
    'notes/a.md': 'As in flash attention, and flash attention.\n',
    'notes/b.md': 'See [[Flash attention]]; flash attention is fast.\n',
    'notes/c.md': 'A flash of attention.\n',
  })
  const { client } = notebook
  const path = 'notes/Flash attention.md'
  expect(await client['links.mentions']({ path, limit: 9 })).toEqual([
    { path: 'notes/a.md', title: 'a', answers: [], context: 'As in flash attention, and flash attention.' },
  ])
  await client['links.linkMention']({ path: 'notes/a.md', to: path })
  expect(await readFile(join(notebook.path, 'notes/a.md'), 'utf8')).toBe(
    'As in [[Flash attention|flash attention]], and flash attention.\n',
  )
  expect(await client['links.mentions']({ path, limit: 9 })).toEqual([])
  expect((await client['links.backlinks']({ to: { path } })).map(link => link.path)).toEqual([
    'notes/a.md',
    'notes/b.md',
  ])
  await expect(client['links.linkMention']({ path: 'notes/c.md', to: path })).rejects.toMatchObject({
    code: 'notes/not-found',
  })
})

it('links a mention to a note that no wiki link leads to by its file', async () => {
  await using notebook = await openNotebookWith({
    'notes/C#/Odd [x] name.md': 'It is odd.',
    'notes/deep/a.md': 'An odd [x] name.\n',
  })
  const { client } = notebook
  const path = 'notes/C#/Odd [x] name.md'
  await client['links.linkMention']({ path: 'notes/deep/a.md', to: path })
  expect(await readFile(join(notebook.path, 'notes/deep/a.md'), 'utf8')).toBe(
    'An [odd \\[x\\] name](../C%23/Odd%20%5Bx%5D%20name.md).\n',
  )
  const backlinks = await client['links.backlinks']({ to: { path } })
  expect(backlinks.map(link => link.path)).toEqual(['notes/deep/a.md'])
})
