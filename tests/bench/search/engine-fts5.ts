import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { BenchDocument, BenchOptions, CreateEngine } from './bench-engine.ts'
import { fieldBoosts } from './field-boosts.ts'

const tokenizers = { en: 'porter unicode61', zh: 'trigram' } as const

/**
 * SQLite FTS5 in a file, ranked by its BM25, with its snippets. Prefixes are asked of a second index that has them
 * ready (`prefix='1 3'`): it is not counted in the first one's build and size.
 */
export const createFts5: CreateEngine = async ({ folder, language }) => {
  const path = `${folder}.sqlite`
  let index = new Fts5Index(path, `tokenize='${tokenizers[language]}'`)
  let withPrefixes: Fts5Index | undefined
  let built: readonly BenchDocument[] = []
  const words = async (text: string, limit: number): Promise<string[]> =>
    index.search(termsOf(text, language).map(quoted).join(' OR '), limit)
  const prefix = async (text: string, limit: number): Promise<string[]> => {
    if (withPrefixes === undefined) {
      withPrefixes = new Fts5Index(`${folder}.prefixes.sqlite`, "tokenize='unicode61', prefix='1 3'")
      withPrefixes.insertAll(built)
    }
    return withPrefixes.search(`${quoted(text)} *`, limit)
  }
  return {
    keepsOutsideHeap: true,
    async build(documents) {
      built = documents
      index.insertAll(documents)
    },
    async save() {
      return [path]
    },
    async load() {
      index.close()
      index = new Fts5Index(path)
    },
    async update(document) {
      index.update(document)
    },
    search: {
      word: words,
      two: words,
      phrase: async (text, limit) => index.search(quoted(text), limit),
      prefix1: prefix,
      prefix3: prefix,
    },
    async dispose() {
      index.close()
      withPrefixes?.close()
    },
  }
}

class Fts5Index {
  readonly #database: DatabaseSync
  readonly #query: StatementSync
  readonly #insert: StatementSync
  readonly #update: StatementSync

  /** @param options of the table; left out for a file that has one. */
  constructor(path: string, options?: string) {
    const database = new DatabaseSync(path)
    this.#database = database
    // A search index can be made anew: it need not survive a loss of power, and may have memory.
    database.exec('pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -262144')
    if (options !== undefined) createTable(database, options)
    this.#query = database.prepare(
      "select id, snippet(notes, 3, '<b>', '</b>', '…', 32) from notes where notes match ? order by rank limit ?",
    )
    this.#insert = database.prepare('insert into notes(id, title, tags, body) values (?, ?, ?, ?)')
    this.#update = database.prepare('update notes set title = ?, tags = ?, body = ? where rowid = ?')
  }

  insertAll(documents: readonly BenchDocument[]): void {
    this.#database.exec('begin')
    for (const { id, title, tags, body } of documents) this.#insert.run(id, title, tags.join(' '), body)
    this.#database.exec('commit')
  }

  /** The corpus numbers its documents from 0 in the order in which they are inserted, SQLite its rows from 1. */
  update({ number, title, tags, body }: BenchDocument): void {
    this.#update.run(title, tags.join(' '), body, number + 1)
  }

  search(match: string, limit: number): string[] {
    return match === '' ? [] : this.#query.all(match, limit).map(row => row['id'] as string)
  }

  close(): void {
    this.#database.close()
  }
}

function createTable(database: DatabaseSync, options: string): void {
  const { title, tags, body } = fieldBoosts
  database.exec(`create virtual table notes using fts5(id unindexed, title, tags, body, ${options})`)
  database.exec(`insert into notes(notes, rank) values('rank', 'bm25(0, ${title}, ${tags}, ${body})')`)
}

/** Words; of a run of Chinese its trigrams, and nothing shorter. */
function termsOf(text: string, language: BenchOptions['language']): string[] {
  const words = [...text.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu)].map(
    ([word]) => word,
  )
  if (language === 'en') return words
  const pieces = words.flatMap(word => {
    const characters = [...word]
    if (characters.length < 3) return []
    if (!/^\p{Script=Han}/u.test(word)) return [word]
    return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''))
  })
  return [...new Set(pieces)]
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
