import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'

it('finds what stands behind names whose parts come twice (a search for such a part never ended)', async () => {
  const part = fc.constantFrom('hub', 'foo', 'fooHub', 'setHub', 'HubFoo', 'x')
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join('_'))
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 3 }), async names => {
      const text = `${names.join(' ')} and hub model`
      const engine = new SearchEngine()
      engine.upsert([
        {
          kind: 'note',
          id: 'a',
          path: 'a',
          title: '',
          section: '',
          tags: [],
          questions: [],
          text,
          stamp: '',
        },
      ])
      const options = { limit: 9, matchAll: false, facets: { status: {}, due: [], starred: [] } }
      const { hits } = await engine.query('"hub model"', options)
      const found = hits[0]?.highlights.map(([start, end]) => hits[0]?.snippet.slice(start, end))
      expect(found?.slice(-2)).toEqual(['hub', 'model'])
    }),
    { numRuns: 200 },
  )
})
