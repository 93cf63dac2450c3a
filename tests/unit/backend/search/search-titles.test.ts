import { expect, it } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import type { SearchDocument } from '../../../../src/backend/search/search-protocol'
import { searchTitles } from '../../../../src/backend/search/search-titles'

const titled = (id: string, title: string, path = `notes/${title}.md`): SearchDocument => ({
  kind: 'note',
  id,
  path,
  title,
  section: '',
  tags: [],
  questions: [],
  text: '',
  stamp: title,
})

it.each([
  ['att', ['flash', 'x1', 'x2']],
  ['fast att', ['flash']],
  ['att fast', ['flash']],
  ['the cos', ['x1', 'x2']],
  ['注意', ['zh']],
  ['机', ['zh']],
  ['attention zebra', []],
  ['command pal', ['named']],
  ['mand', []],
  ['  ', []],
])('finds titles by %j, in what order they begin', (text, expected) => {
  const titles = new SearchEngine()
  titles.upsert([
    titled('flash', 'Fast attention'),
    titled('x2', 'What attention costs: the cost of it'),
    titled('x1', 'The cost of attention'),
    titled('zh', '大模型的注意力机制'),
    titled('named', 'Pinned', 'notes/a/Command palette.md'),
  ])
  const found = searchTitles(titles.index, text, 9).map(({ id }) => id)
  expect(text === 'the cos' ? found : found.sort()).toEqual(expected)
})
