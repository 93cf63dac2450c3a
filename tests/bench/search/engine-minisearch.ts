import { readFile, writeFile } from 'node:fs/promises'
import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import type { BenchDocument, CreateEngine } from './bench-engine.ts'
import { benchFields, fieldBoosts, type BenchField } from './field-boosts.ts'

const options: Options<BenchDocument> = {
  fields: benchFields,
  extractField: (document, field) => {
    const value = document[field as 'id' | BenchField]
    return typeof value === 'string' ? value : value.join(' ')
  },
  searchOptions: { boost: fieldBoosts },
}

/** MiniSearch with any of the words, ranked by BM25+. It knows no phrases. */
export const createMiniSearch: CreateEngine = async ({ folder, language }) => {
  const path = `${folder}.minisearch.json`
  let index = new MiniSearch(options)
  const search =
    (searchOptions: SearchOptions) =>
    async (text: string, limit: number): Promise<string[]> =>
      index
        .search(text, searchOptions)
        .slice(0, limit)
        .map(({ id }) => id as string)
  // Chinese has no words that it knows: near ones are the best it can do.
  const words = search(language === 'zh' ? { fuzzy: 0.2 } : {})
  const prefix = search({ prefix: true })
  return {
    async build(documents) {
      index.addAll(documents)
    },
    async save() {
      await writeFile(path, JSON.stringify(index))
      return [path]
    },
    async load() {
      index = MiniSearch.loadJSON(await readFile(path, 'utf8'), options)
    },
    async update(document) {
      index.replace(document)
    },
    search: { word: words, two: words, prefix1: prefix, prefix3: prefix, fuzzy: search({ fuzzy: 1 }) },
  }
}
