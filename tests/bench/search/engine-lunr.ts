import { readFile, writeFile } from 'node:fs/promises'
import lunr from 'lunr'
import type { CreateEngine } from './bench-engine.ts'
import { fieldBoosts } from './field-boosts.ts'

/** lunr as it ships. Its index can't be changed, and it knows no phrases. */
export const createLunr: CreateEngine = async ({ folder }) => {
  const path = `${folder}.lunr.json`
  let index: lunr.Index | undefined
  const query = async (limit: number, ask: (query: lunr.Query) => void): Promise<string[]> => {
    if (index === undefined) throw new Error('there is no index yet')
    return index
      .query(ask)
      .slice(0, limit)
      .map(({ ref }) => ref)
  }
  const words = (text: string, limit: number): Promise<string[]> =>
    query(limit, asked => asked.term(lunr.tokenizer(text), {}))
  const prefix = (text: string, limit: number): Promise<string[]> =>
    query(limit, asked => asked.term(text, { wildcard: lunr.Query.wildcard.TRAILING }))
  return {
    async build(documents) {
      index = lunr(function () {
        this.ref('id')
        for (const [field, boost] of Object.entries(fieldBoosts)) this.field(field, { boost })
        for (const { id, title, tags, body } of documents) this.add({ id, title, tags: tags.join(' '), body })
      })
    },
    async save() {
      await writeFile(path, JSON.stringify(index))
      return [path]
    },
    async load() {
      index = lunr.Index.load(JSON.parse(await readFile(path, 'utf8')) as object)
    },
    search: {
      word: words,
      two: words,
      prefix1: prefix,
      prefix3: prefix,
      fuzzy: (text, limit) => query(limit, asked => asked.term(text, { editDistance: 1 })),
    },
  }
}
