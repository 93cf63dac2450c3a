import { expect, it } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import type { SearchDocument } from '../../../../src/backend/search/search-protocol'

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
const numbered = (text: string) => Array.from({ length: 30 }, (_, at) => document(`${at}`, `${text} ${at}`))

it('knows and finds documents that came in numbers at any time, each in its last state', async () => {
  const engine = new SearchEngine()
  const options = { limit: 9, matchAll: false, facets: { status: {}, due: [], starred: [] } }
  const total = async (text: string) => (await engine.query(text, options)).total
  engine.upsert([...numbered('old'), document('x', 'old')])
  engine.upsert(numbered('new'))
  expect(engine.size).toBe(31)
  expect([await total('old '), await total('new ')]).toEqual([1, 30])
  engine.upsert([...numbered('other'), document('y', 'other')])
  engine.remove(['3', 'y'])
  expect(engine.size).toBe(30)
  expect([await total('other '), await total('new ')]).toEqual([29, 0])
})
