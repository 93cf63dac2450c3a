import type lunr from 'lunr'
import { plainText } from '../../shared/domain/markdown/plain-text'
import { createIndexBuilder, queryIndex, readQuery } from './lunr-index'
import type { SearchDocument, SearchEngineHit, SearchEngineResult } from './search-protocol'
import { createSnippet, findMatches } from './snippet'

interface Entry {
  readonly document: SearchDocument
  readonly plain: string
}

/** So many changed documents wait beside the main index before it is built anew. */
const mostChanged = 200

/**
 * The index over a notebook: a lunr index of all documents, and a small one of those that changed since it was
 * built, because a lunr index can't be changed.
 */
export class SearchEngine {
  readonly #entries = new Map<string, Entry>()
  readonly #changed = new Set<string>()
  #main: lunr.Index | undefined
  #recent: lunr.Index | undefined

  get size(): number {
    return this.#entries.size
  }

  upsert(documents: readonly SearchDocument[]): void {
    for (const document of documents) {
      this.#entries.set(document.id, { document, plain: plainText(document.text) })
      this.#changed.add(document.id)
    }
    this.#recent = undefined
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#entries.delete(id)
      this.#changed.add(id)
    }
    this.#recent = undefined
  }

  query(text: string, limit: number): SearchEngineResult {
    const terms = readQuery(text)
    if (terms.tokens.length === 0) return { total: 0, hits: [], indexed: this.size }
    this.#build()
    const fromMain = this.#main === undefined ? [] : queryIndex(this.#main, terms)
    const fromRecent = this.#recent === undefined ? [] : queryIndex(this.#recent, terms)
    const results = [...fromMain.filter(result => !this.#changed.has(result.ref)), ...fromRecent]
    results.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
    const hits = results.slice(0, limit).flatMap(result => this.#hit(result, terms) ?? [])
    return { total: results.length, hits, indexed: this.size }
  }

  #build(): void {
    if (this.#main === undefined || this.#changed.size > mostChanged) {
      this.#main = indexOf(this.#entries.values())
      this.#changed.clear()
      this.#recent = undefined
    } else if (this.#recent === undefined && this.#changed.size > 0) {
      this.#recent = indexOf([...this.#changed].flatMap(id => this.#entries.get(id) ?? []))
    }
  }

  #hit({ ref, score }: lunr.Index.Result, terms: ReturnType<typeof readQuery>): SearchEngineHit | undefined {
    const entry = this.#entries.get(ref)
    if (entry === undefined) return undefined
    const { kind, id, path, title, section } = entry.document
    const { snippet, highlights } = createSnippet(entry.plain, terms)
    return {
      kind,
      id,
      path,
      title,
      section,
      score,
      snippet,
      titleHighlights: findMatches(title, terms),
      highlights,
    }
  }
}

function indexOf(entries: Iterable<Entry>): lunr.Index {
  const builder = createIndexBuilder()
  for (const { document, plain } of entries) {
    const { id, title, section, tags } = document
    builder.add({ id, title, section, tags: tags.join(' '), body: plain })
  }
  return builder.build()
}
