import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../../src/backend/search/lunr-index'
import { SearchService } from '../../../../src/backend/search/search-service'
import type { SearchDocument, SearchRequest } from '../../../../src/backend/search/search-protocol'
import { createSnippet, findMatches } from '../../../../src/backend/search/snippet'
import { startInProcessSearchWorker } from '../../../support/in-process-search-worker'
import { memoryPorts } from '../../../support/memory-ports'
import { openNotebookWith } from '../../../support/open-backend'

const document = (id: string, text: string): SearchDocument => ({
  kind: 'note',
  id,
  path: id,
  title: id,
  section: '',
  tags: [],
  text,
})

describe('search', () => {
  it('follows notes that are made, saved and gone', async () => {
    await using notebook = await openNotebookWith({ 'notes/a.md': 'A gradient.' })
    const { client } = notebook
    const found = async (text: string) =>
      (await client['search.query']({ text, limit: 9 })).hits
        .map(({ id }) => id)
        .filter(id => id.startsWith('notes/'))
    expect(await found('gradient')).toEqual(['notes/a.md'])
    const { hash } = await client['notes.read']({ path: 'notes/a.md' })
    await client['notes.save']({ path: 'notes/a.md', text: 'A tokenizer.', baseHash: hash })
    expect([await found('gradient'), await found('tokenizer')]).toEqual([[], ['notes/a.md']])
    await client['notes.create']({ title: 'Tokenizers' })
    expect((await found('tokenizer')).sort()).toEqual(['notes/Tokenizers.md', 'notes/a.md'])
    await client['notes.trash']({ path: 'notes/a.md' })
    expect(await found('tokenizer')).toEqual(['notes/Tokenizers.md'])
  })

  it.each([
    ['tok', 'a prefix'],
    ['tokenization', 'the stem'],
    ['TOKENIZING ', 'another form'],
    ['模型', 'Chinese'],
    ['训', 'one character'],
    ['C++', 'a name with signs'],
    ['cafe', 'a word without its accent'],
  ])('finds by %j: %s', async text => {
    await using notebook = await openNotebookWith({
      'notes/a.md': 'Tokenizing with C++ in a café: 大模型训练。',
      'notes/b.md': 'Nothing of it.',
    })
    const { hits } = await notebook.client['search.query']({ text, limit: 9 })
    expect(hits.filter(({ kind }) => kind === 'note').map(({ id }) => id)).toEqual(['notes/a.md'])
  })

  it.each(['', '  ', '***', ':', '^', 'x'.repeat(5000), '"', '\\', '的'])('answers %j', async text => {
    await using notebook = await openNotebookWith()
    expect(await notebook.client['search.query']({ text, limit: 1 })).toMatchObject({ query: text })
  })

  it('does no work in the index for a status (indexed every question again)', async () => {
    const requests: SearchRequest[] = []
    const startSearchWorker = () => {
      const worker = startInProcessSearchWorker()
      return {
        ...worker,
        post: (request: SearchRequest) => void (requests.push(request), worker.post(request)),
      }
    }
    await using notebook = await openNotebookWith({}, { startSearchWorker })
    await notebook.client['search.query']({ text: 'x', limit: 1 })
    requests.length = 0
    await notebook.client['questions.setStatus']({ id: 'small-1-01', status: 'draft' })
    expect(requests).toEqual([])
  })

  it('keeps what changed while it was filled (brought the old text and removed notes back)', async () => {
    let go: () => void = () => undefined
    const waiting = new Promise<void>(resolve => (go = resolve))
    const service = new SearchService(
      memoryPorts(),
      async function* () {
        yield []
        await waiting
        yield [document('a', 'old'), document('b', 'old'), document('c', 'old')]
      },
      () => undefined,
    )
    const filled = service.start()
    await Promise.resolve()
    service.upsert([document('a', 'new')])
    service.remove(['b'])
    go()
    await filled
    expect((await service.query('old', 9, 0)).hits.map(({ id }) => id)).toEqual(['c'])
    await service.stop()
  })

  it('starts again after its source failed (failed for ever)', async () => {
    let isBroken = true
    const service = new SearchService(
      memoryPorts(),
      async function* () {
        yield []
        if (isBroken) throw new Error('broken')
        yield [document('a', 'word')]
      },
      () => undefined,
    )
    await expect(service.query('word', 9, 0)).rejects.toMatchObject({ code: 'search/failed' })
    isBroken = false
    expect((await service.query('word', 9, 0)).total).toBe(1)
    await service.stop()
  })
})

describe('highlights', () => {
  const marked = (text: string, query: string) =>
    findMatches(text, readQuery(query)).map(([start, end]) => text.slice(start, end))

  it.each([
    ['The models and a model', 'modelling', ['models', 'model']],
    ['token tokenizer', 'tok', ['token', 'tokenizer']],
    ['使用BERT模型训练', 'bert', ['BERT']],
    ['使用BERT模型训练', '模型训练', ['模型训练']],
    ['Caf\u00E9 cafe', 'cafe ', ['Caf\u00E9', 'cafe']],
    ['C++ and C', 'c++ ', ['C++']],
  ])('of %j for %j (marked none next to Chinese)', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('are where the words are in the snippet, which divides no character', () => {
    const text = `${'字😀'.repeat(200)} the needle ${'𠮷'.repeat(300)}`
    const { snippet, highlights } = createSnippet(text, readQuery('needle '))
    expect(highlights.map(([start, end]) => snippet.slice(start, end))).toEqual(['needle'])
    expect(snippet.isWellFormed()).toBe(true)
  })
})
