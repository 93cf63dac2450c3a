import { describe, expect, it } from 'vitest'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import type { SearchDocument } from '../../../../src/backend/search/search-protocol'

const note = (id: string, text: string): SearchDocument => ({
  kind: 'note',
  id,
  path: id,
  title: '',
  section: '',
  tags: [],
  questions: [],
  text,
  stamp: text,
})

const hitsOf = async (texts: Record<string, string>, query: string) => {
  const engine = new SearchEngine()
  engine.upsert(Object.entries(texts).map(([id, text]) => note(id, text)))
  const facets = { status: {}, due: [], starred: [] }
  return (await engine.query(query, { limit: 10, matchAll: false, facets })).hits
}

describe('Chinese queries', () => {
  it('are answered by what they are about before what joins their words', async () => {
    const texts = { about: '渲染函数怎样写', joining: '在下, 在场, 在家, 在校, 渲染的函数' }
    const [first] = await hitsOf(texts, '在 渲染函数 ')
    expect(first).toMatchObject({ id: 'about', hasAllWords: true })
  })

  it('weigh pairs across the border of words less', async () => {
    const texts = { border: '图的宽, 面的宽', pair: '宽度, 高低, 长短' }
    expect((await hitsOf(texts, '的宽度 ')).map(({ id }) => id)).toEqual(['pair', 'border'])
  })
})
