import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { IndexCache } from '../../../../src/backend/search/index-cache'
import { rangesOf, WordMatcher } from '../../../../src/backend/search/match-words'
import { planQuery } from '../../../../src/backend/search/query-plan'
import type { DocumentSource } from '../../../../src/backend/search/search-documents'
import { relatedDocuments } from '../../../../src/backend/search/related-documents'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import { SearchService } from '../../../../src/backend/search/search-service'
import type {
  SearchDocument,
  SearchOptions,
  SearchRequest,
} from '../../../../src/backend/search/search-protocol'
import { parseSearchQuery } from '../../../../src/shared/domain/search-query/parse-search-query'
import { startInProcessSearchWorker } from '../../../support/in-process-search-worker'
import { temporaryFolder } from '../../../support/temporary-folder'
import { memoryPorts } from '../../../support/memory-ports'
import { openNotebookWith } from '../../../support/open-backend'

const document = (id: string, text: string): SearchDocument => ({
  kind: 'note',
  id,
  path: id,
  title: id,
  section: '',
  tags: [],
  questions: [],
  text,
  stamp: text,
})

const facets = { status: {}, due: [], starred: [] }
const asked: SearchOptions = { limit: 9, matchAll: false, facets }

/** Documents in batches, as a notebook gives them. */
const sourceOf = (
  ids: readonly string[],
  documents: () => AsyncIterable<readonly SearchDocument[]>,
): DocumentSource => ({ stamps: () => ids.map(id => [id, '']), documents })

const serviceOf = (source: DocumentSource, cacheFolder?: string) =>
  new SearchService({ ports: memoryPorts(), source, cacheFolder, onProgress: () => undefined })

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
    const service = serviceOf(
      sourceOf(['a', 'b', 'c'], async function* () {
        yield []
        await waiting
        yield [document('a', 'old'), document('b', 'old'), document('c', 'old')]
      }),
    )
    const filled = service.start()
    await Promise.resolve()
    service.upsert([document('a', 'new')])
    service.remove(['b'])
    go()
    await filled
    expect((await service.query('old', { ...asked, waitsForIndex: true })).hits.map(({ id }) => id)).toEqual([
      'c',
    ])
    await service.stop()
  })

  it('reads no further ahead than the worker follows (had all notes waiting in memory)', async () => {
    let [given, indexed, mostAhead] = [0, 0, 0]
    const ids = Array.from({ length: 40 }, (_, number) => `${number}`)
    const service = new SearchService({
      ports: memoryPorts(),
      source: sourceOf(ids, async function* () {
        for (const id of ids) {
          mostAhead = Math.max(mostAhead, given - indexed)
          given += 1
          yield [document(id, 'word')]
        }
      }),
      cacheFolder: undefined,
      onProgress: count => void (indexed = count),
    })
    expect((await service.query('word', { ...asked, waitsForIndex: true })).total).toBe(40)
    expect(mostAhead).toBe(3)
    await service.stop()
  })

  it('starts again after its source failed (failed for ever)', async () => {
    let isBroken = true
    const service = serviceOf(
      sourceOf(['a'], async function* () {
        yield []
        if (isBroken) throw new Error('broken')
        yield [document('a', 'word')]
      }),
    )
    await expect(service.query('word', asked)).rejects.toMatchObject({ code: 'search/failed' })
    isBroken = false
    expect((await service.query('word', asked)).total).toBe(1)
    await service.stop()
  })
})

describe('the search of a service with a cache', () => {
  const all = [document('a', 'gradient descent'), document('b', 'tokens')]
  const given = (documents: readonly SearchDocument[], asks: string[][] = []): DocumentSource => ({
    stamps: () => documents.map(({ id, stamp }) => [id, stamp]),
    documents: async function* (ids) {
      asks.push([...ids].sort())
      yield documents.filter(({ id }) => ids.has(id))
    },
  })
  const idsOf = async (service: SearchService, text: string) =>
    (await service.query(text, { ...asked, waitsForIndex: true })).hits.map(({ id }) => id)

  it('asks only for what changed since it was stored', async () => {
    await using folder = await temporaryFolder()
    const first = serviceOf(given(all), folder.path)
    expect(await idsOf(first, 'gradient')).toEqual(['a'])
    await first.stop()
    const asks: string[][] = []
    const now = [document('a', 'momentum'), document('b', 'tokens'), document('c', 'gradient')]
    const second = serviceOf(given(now, asks), folder.path)
    expect([
      await idsOf(second, 'gradient'),
      await idsOf(second, 'momentum'),
      await idsOf(second, 'tok'),
    ]).toEqual([['c'], ['a'], ['b']])
    expect(asks).toEqual([['a', 'c']])
    await second.stop()
  })

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    [
      'another head',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 60), Buffer.from('x'), bytes.subarray(61)]),
    ],
    ['no index', () => Buffer.from('hello')],
  ])('makes anew what is damaged: %s', async (_name, damage) => {
    await using folder = await temporaryFolder()
    const first = serviceOf(given(all), folder.path)
    await first.start()
    await first.stop()
    for (const name of await readdir(folder.path)) {
      const path = join(folder.path, name)
      await writeFile(path, damage(await readFile(path)))
    }
    const asks: string[][] = []
    const second = serviceOf(given(all, asks), folder.path)
    expect(await idsOf(second, 'gradient')).toEqual(['a'])
    expect(asks).toEqual([['a', 'b']])
    await second.stop()
  })

  it('goes on without a cache that can not be written', async () => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'file'), '')
    const service = serviceOf(given(all), join(folder.path, 'file', 'cache'))
    expect(await idsOf(service, 'gradient')).toEqual(['a'])
    await service.stop()
  })
})

describe('the search language', () => {
  const note = (id: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
    ...document(id, text),
    ...more,
  })
  const engine = new SearchEngine()
  engine.upsert([
    note('flash', 'Flash attention is fast. It tiles the softmax.', {
      title: 'Fast attention',
      tags: ['nlp/kernels'],
    }),
    note('sparse', 'Attention that is sparse, and a flash of it.', {
      section: 'Long context',
      questions: ['q1'],
    }),
    note('zh', '注意力机制让模型关注重点。显存占用很大。', { title: '注意力机制', tags: ['中文'] }),
    note('code', 'RingBuffer. Call push_to_hub with d_k, use_cache and C++ or C#. GPT-4 and k-NN.', {
      kind: 'question',
      questions: ['q2'],
    }),
    note('long', `${'filler words stand here. '.repeat(2000)}The needle is at the end.`),
  ])
  const found = async (text: string, more: Partial<SearchOptions> = {}) =>
    (
      await engine.query(text, {
        ...asked,
        facets: { ...facets, status: { q1: 'draft', q2: 'not started' } },
        ...more,
      })
    ).hits
      .map(({ id }) => id)
      .sort()

  it.each([
    ['"flash attention"', ['flash']],
    ['"attention is"', ['flash']],
    ['"flash of it"', ['sparse']],
    ['"flash atten', ['flash']],
    ['attention -flash ', []],
    ['attention -"flash attention" ', ['sparse']],
    ['+attention +sparse ', ['sparse']],
    ['attention sparse ', ['flash', 'sparse']],
    ['softmax OR 显存 ', ['flash', 'zh']],
    ['attention (tiles OR context) ', ['flash', 'sparse']],
    ['title:attention ', ['flash']],
    ['tag:nlp ', ['flash']],
    ['tag:nlp/kernels attention ', ['flash']],
    ['tag:kernels ', []],
    ['section:long ', ['sparse']],
    ['section:long context ', []],
    ['section:long "long context" ', []],
    ['context ', ['sparse']],
    ['status:draft ', ['sparse']],
    ['is:not-started ', ['code']],
    ['in:questions ', ['code']],
    ['in:notes attention ', ['flash', 'sparse']],
    ['/so.tmax/ ', ['flash']],
    ['/^attention that/ ', ['sparse']],
    ['注意力', ['zh']],
    ['"力机制"', ['zh']],
    ['+注意力模型 ', ['zh']],
    ['-注意力模型 显存 ', ['zh']],
    ['显', ['zh']],
    ['"ring buffer"', ['code']],
    ['ring', ['code']],
    ['push_to_hub ', ['code']],
    ['pushtohub ', ['code']],
    ['hub ', ['code']],
    ['d_k ', ['code']],
    ['c++ ', ['code']],
    ['c# ', ['code']],
    ['k-nn ', ['code']],
    ['gpt-4', ['code']],
    ['attnetion ', ['flash', 'sparse']],
    ['sofmtax ', ['flash']],
    ['"the"', ['flash', 'long']],
    ['a', ['flash', 'sparse']],
  ])('finds by %j', async (text, expected) => {
    expect(await found(text)).toEqual(expected)
  })

  it('has a switch for all words', async () => {
    expect(await found('attention sparse ', { matchAll: true })).toEqual(['sparse'])
  })

  it('takes no stop word for a misspelled one (looked for "whit" in place of "with")', async () => {
    const other = new SearchEngine()
    other.upsert([note('a', 'whit'), note('b', 'tokens with attention')])
    const { corrections, hits } = await other.query('with tokens ', asked)
    expect([corrections, hits.map(({ id }) => id)]).toEqual([[], ['b']])
  })

  it.each([
    ["you don't", ['b']],
    ['site.org/x/q', ['c']],
    ['gpt-4', ['d']],
    ['gpt-4o', ['d']],
  ])('takes the one letter at the end of %j for no beginning of words', async (text, expected) => {
    const other = new SearchEngine()
    other.upsert([
      note('a', 'tutorial: the translator'),
      note('b', "what you don't know"),
      note('c', 'see https://site.org/x/q for more, quite'),
      note('d', 'compared gpt-4o with others'),
    ])
    const { hits } = await other.query(text, asked)
    expect(hits.map(({ id }) => id)).toEqual(expected)
  })

  it('says which hits have all words, what it took instead, and what it did not understand', async () => {
    const { hits } = await engine.query('flash sparse ', asked)
    expect(hits.map(({ id, hasAllWords }) => [id, hasAllWords])).toEqual([
      ['sparse', true],
      ['flash', false],
    ])
    const { corrections } = await engine.query('attnetion ', asked)
    expect(corrections).toEqual([{ word: 'attnetion', instead: ['attention'] }])
    const { problems } = await engine.query('flash /[z-a]/ ', asked)
    expect(problems).toEqual([{ code: 'bad-regex', start: 6, end: 13, text: '[z-a]' }])
  })

  it('shows the place of a match deep in a long note, and more places on demand', async () => {
    const { hits } = await engine.query('needle ', asked)
    expect(hits[0]).toMatchObject({ id: 'long', match: 'needle' })
    expect(hits[0]!.snippet).toContain('The needle is at the end.')
    const snippets = engine.snippets('filler ', 'long', 3)
    expect(snippets).toHaveLength(3)
    for (const { text, highlights } of snippets) {
      expect(highlights.map(([start, end]) => text.slice(start, end))).toContain('filler')
    }
  })

  it('answers the same from a stored index', async () => {
    await using folder = await temporaryFolder()
    const cache = new IndexCache(folder.path)
    const queries = ['attention', '"flash attention"', 'needle ', 'a', '注意力', '/so.tmax/']
    const before = await Promise.all(queries.map(text => engine.query(text, asked)))
    cache.save(engine.index)
    expect(await Promise.all(queries.map(text => engine.query(text, asked)))).toEqual(before)
    const loaded = new SearchEngine()
    const again = new IndexCache(folder.path)
    again.load(loaded.index)
    expect(await Promise.all(queries.map(text => loaded.query(text, asked)))).toEqual(before)
    again.close()
  })

  it('finds what is near by the telling words that they share', () => {
    const near = new SearchEngine()
    near.upsert([
      note('a', 'Rotary position embeddings turn queries and keys by an angle.'),
      note('b', 'An angle for each position: rotary embeddings.'),
      note('c', 'Positions are learned in the first models.'),
      note('d', 'Tokens are merged by frequency, and keys are sorted.'),
    ])
    expect(relatedDocuments(near.index, 'a', 9).map(({ id }) => id)).toEqual(['b'])
    expect(relatedDocuments(near.index, 'none', 9)).toEqual([])
  })

  it('relates no question to its own answers, but to those of others', () => {
    const text = 'Rotary positions turn queries and keys.'
    const near = new SearchEngine()
    near.upsert([
      { ...document('q', text), kind: 'question', questions: ['q'] },
      { ...document('own', text), questions: ['q'] },
      { ...document('second own', text), questions: ['q'] },
      { ...document('other', text), questions: ['p'] },
      document('far', 'Tokens are merged by frequency.'),
    ])
    const relatedTo = (id: string) => relatedDocuments(near.index, id, 9).map(found => found.id)
    expect(relatedTo('q')).toEqual(['other'])
    expect(relatedTo('own').sort()).toEqual(['other', 'second own'])
  })

  it('leaves a scan when it is told that the rest is not needed', async () => {
    let turns = 0
    const big = new SearchEngine()
    big.upsert(Array.from({ length: 20 }, (_, at) => note(`n${at}`, 'x'.repeat(100_000))))
    const result = await big.query('/y/ ', asked, async () => (turns += 1) < 3)
    expect([turns, result.total]).toEqual([3, 0])
  })
})

describe('highlights', () => {
  const matcherOf = (query: string) =>
    new WordMatcher(planQuery(parseSearchQuery(query), { matchAll: false }), [])
  const marked = (text: string, query: string) =>
    rangesOf(matcherOf(query).find(text)).map(([start, end]) => text.slice(start, end))

  it.each([
    ['The models and a model', 'modelling', ['models', 'model']],
    ['token tokenizer', 'tok', ['token', 'tokenizer']],
    ['使用BERT模型训练', 'bert', ['BERT']],
    ['使用BERT模型训练', '模型训练', ['模型训练']],
    ['Caf\u00E9 cafe', 'cafe ', ['Caf\u00E9', 'cafe']],
    ['C++ and C', 'c++ ', ['C++']],
    ['Straße, cœur, Łódź', 'strasse coeur lodz ', ['Straße', 'cœur', 'Łódź']],
  ])('of %j for %j (marked none next to Chinese)', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('are where the words are in the snippet, which divides no character', async () => {
    const engine = new SearchEngine()
    engine.upsert([document('a', `${'字😀'.repeat(200)} the needle ${'𠮷'.repeat(300)}`)])
    const [hit] = (await engine.query('needle ', asked)).hits
    expect(hit!.highlights.map(([start, end]) => hit!.snippet.slice(start, end))).toEqual(['needle'])
    expect(hit!.snippet.isWellFormed()).toBe(true)
  })
})
