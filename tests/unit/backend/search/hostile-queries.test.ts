import { expect, test } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import type { SearchDocument } from '../../../../src/backend/search/search-protocol'

const document = (number: number, text: string): SearchDocument => ({
  kind: 'note',
  id: `${number}`,
  path: `${number}`,
  title: '',
  section: '',
  tags: [],
  questions: [],
  text,
  stamp: '',
})
const facets = { status: {}, due: [], starred: [] }

function engineWith(texts: readonly string[]): SearchEngine {
  const engine = new SearchEngine()
  engine.upsert(texts.map((text, number) => document(number, text)))
  return engine
}

test('of a long text the first words are looked for, and that is said', async () => {
  const engine = engineWith(['word0 here', 'word199 here', 'word200 here'])
  const words = Array.from({ length: 300 }, (_, number) => `word${number}`).join(' ')
  const { total, hits, problems } = await engine.query(words, { limit: 9, matchAll: false, facets })
  expect(total).toBe(2)
  expect(hits.map(({ id }) => id).toSorted()).toEqual(['0', '1'])
  expect(problems).toMatchObject([{ code: 'too-much', text: 'word200' }])
})

test('what is left out neither finds nor hides anything', async () => {
  const engine = engineWith(['alpha beta', 'alpha gamma'])
  const many = Array.from({ length: 40 }, (_, number) => `"alpha ${number}"`).join(' OR ')
  const options = { limit: 9, matchAll: false, facets }
  expect((await engine.query(`${many} OR "alpha beta"`, options)).total).toBe(0)
  expect((await engine.query(`"alpha beta" OR ${many}`, options)).total).toBe(1)
  const same = Array.from({ length: 90 }, () => '"alpha beta"').join(' ')
  expect(await engine.query(same, options)).toMatchObject({ total: 1, problems: [] })
})

test('an expression is looked for in one part of the texts after the other, and found in all in the end', async () => {
  const texts = Array.from({ length: 60 }, (_, number) => `${'text '.repeat(2000)} end${number % 3}`)
  const engine = engineWith(texts)
  const ask = (text: string, budgetMs?: number) =>
    engine.query(text, { limit: 100, matchAll: false, facets, budgetMs })

  const first = await ask('/end[01]$/', 0)
  expect(first.searched).toBeLessThan(60)
  expect(first.total).toBeLessThan(40)
  let last = first
  let rounds = 0
  while (last.searched < 60) {
    const next = await ask('/end[01]$/', 0)
    expect(next.searched).toBeGreaterThan(last.searched)
    expect(next.total).toBeGreaterThanOrEqual(last.total)
    last = next
    if ((rounds += 1) > 60) throw new Error('it never ends')
  }
  expect(last).toMatchObject({ total: 40, searched: 60, indexed: 60 })

  // What is not looked through yet is no result of what excludes an expression either.
  expect((await ask('text -/end2$/', 0)).total).toBeLessThan(40)
  expect(await ask('text -/end2$/')).toMatchObject({ total: 40, searched: 60 })

  // A note that changes is looked through again.
  engine.upsert([document(2, 'end0')])
  expect(await ask('/end[01]$/')).toMatchObject({ total: 41, searched: 60 })
})

test('a snippet of a long text shows where an expression was found', async () => {
  const engine = engineWith([`${'words of a text '.repeat(3000)}needle42 ${'and more words '.repeat(3000)}`])
  const { hits } = await engine.query('/needle\\d+/', { limit: 9, matchAll: false, facets })
  expect(hits[0]?.match).toBe('needle42')
})
