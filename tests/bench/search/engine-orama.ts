import { readFile, writeFile } from 'node:fs/promises'
import {
  create,
  insertMultiple,
  load,
  save,
  search,
  update,
  type RawData,
  type Tokenizer,
} from '@orama/orama'
import { stemmer } from '@orama/stemmers/english'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import type { BenchDocument, BenchOptions, CreateEngine } from './bench-engine.ts'
import { benchFields, fieldBoosts } from './field-boosts.ts'

const schema = { id: 'string', title: 'string', tags: 'string', body: 'string' } as const

function createDatabase(language: BenchOptions['language']) {
  const tokenizer =
    language === 'zh'
      ? (createTokenizer({ language: 'mandarin', stemming: false }) as Tokenizer)
      : ({ language: 'english', stemming: true, stemmer } as const)
  return create({ schema, components: { tokenizer } })
}

/** Orama with its English stemmer, or its tokenizer for Chinese. It knows no phrases. */
export const createOrama: CreateEngine = async ({ folder, language }) => {
  const path = `${folder}.orama.json`
  let database = createDatabase(language)
  const searchWith =
    (options: { readonly exact?: boolean; readonly tolerance?: number }) =>
    async (term: string, limit: number): Promise<string[]> => {
      const { hits } = await search(database, {
        term,
        limit,
        properties: benchFields,
        boost: fieldBoosts,
        ...options,
      })
      return hits.map(({ document }) => document.id)
    }
  const words = searchWith({})
  return {
    async build(documents) {
      await insertMultiple(database, documents.map(toRecord))
    },
    async save() {
      await writeFile(path, JSON.stringify(save(database)))
      return [path]
    },
    async load() {
      database = createDatabase(language)
      load(database, JSON.parse(await readFile(path, 'utf8')) as RawData)
    },
    async update(document) {
      await update(database, document.id, toRecord(document))
    },
    search: { word: words, two: words, prefix1: words, prefix3: words, fuzzy: searchWith({ tolerance: 1 }) },
  }
}

function toRecord({ id, title, tags, body }: BenchDocument) {
  return { id, title, tags: tags.join(' '), body }
}
