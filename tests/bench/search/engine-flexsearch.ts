import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Charset, Document } from 'flexsearch'
import type { BenchDocument, BenchOptions, CreateEngine } from './bench-engine.ts'
import { benchFields } from './field-boosts.ts'

type Record = { id: string; title: string; tags: string; body: string }

function createIndex(language: BenchOptions['language']): Document<Record> {
  const document = { id: 'id', index: benchFields }
  return language === 'zh'
    ? new Document({ document, tokenize: 'strict', context: true, encoder: Charset.CJK })
    : new Document({ document, tokenize: 'forward', encoder: Charset.Default })
}

/** FlexSearch with prefixes, for Chinese with neighbouring characters; field after field. It knows no phrases. */
export const createFlexSearch: CreateEngine = async ({ folder, language }) => {
  const path = `${folder}.flexsearch`
  let index = createIndex(language)
  const words = async (text: string, limit: number): Promise<string[]> => {
    const fields = index.search(text, { limit, suggest: true })
    return [...new Set(fields.flatMap(({ result }) => result as string[]))].slice(0, limit)
  }
  return {
    async build(documents) {
      for (const document of documents) index.add(toRecord(document))
    },
    async save() {
      await mkdir(path, { recursive: true })
      const parts: [key: string, data: string][] = []
      await index.export((key, data) => void parts.push([key, data]))
      for (const [key, data] of parts) await writeFile(join(path, key), data)
      return parts.map(([key]) => join(path, key))
    },
    async load() {
      index = createIndex(language)
      for (const key of await readdir(path)) index.import(key, await readFile(join(path, key), 'utf8'))
    },
    async update(document) {
      index.update(toRecord(document))
    },
    search: { word: words, two: words, prefix1: words, prefix3: words },
  }
}

function toRecord({ id, title, tags, body }: BenchDocument): Record {
  return { id, title, tags: tags.join(' '), body }
}
