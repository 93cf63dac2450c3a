import type { SearchEngine } from '../../../src/backend/search/search-engine.ts'
import type {
  SearchDocument,
  SearchEngineResult,
  SearchOptions,
} from '../../../src/backend/search/search-protocol.ts'
import type { SearchService } from '../../../src/backend/search/search-service.ts'
import type { SoakNotes } from './soak-notes.ts'

export interface SoakOptions {
  readonly notes: SoakNotes
  readonly service: SearchService
  readonly queries: readonly string[]
  readonly edits: number
  /** After so many edits each time what is found is compared. */
  readonly editsPerCheck: number
  /** Around the comparison, which is no part of what is soaked. */
  readonly onCheck?: (isStarting: boolean) => void | Promise<void>
  /** An engine with nothing in it. */
  readonly createEngine: () => SearchEngine
}

const asked: SearchOptions = {
  limit: 20,
  matchAll: false,
  facets: { status: {}, due: [], starred: [] },
}

/**
 * Edits notes at random, with a query after each, and compares what the service finds with what an index finds that is
 * built from scratch.
 *
 * @returns the queries whose results differed, with the number of the edit; none is as it should be.
 */
export async function soakSearch(options: SoakOptions): Promise<string[]> {
  const { notes, service, queries, edits, editsPerCheck } = options
  const differences: string[] = []
  for (let edit = 1; edit <= edits; edit += 1) {
    const { changed, gone } = notes.edit()
    service.remove(gone)
    service.upsert(changed)
    await service.query(queries[edit % queries.length] ?? '', asked)
    if (edit % editsPerCheck !== 0) continue
    await options.onCheck?.(true)
    const different = await differentResults(options)
    differences.push(...different.map(query => `${query} after ${edit} edits`))
    await options.onCheck?.(false)
  }
  return differences
}

async function differentResults({ notes, service, queries, createEngine }: SoakOptions): Promise<string[]> {
  const fresh = createEngine()
  fillEngine(fresh, notes.documents)
  const different: string[] = []
  for (const query of queries) {
    const [found, expected] = [await service.query(query, asked), await fresh.query(query, asked)]
    if (textOf(found) !== textOf(expected)) different.push(query)
  }
  return different
}

function textOf({ total, indexed, hits, corrections }: SearchEngineResult): string {
  return JSON.stringify({ total, indexed, hits, corrections })
}

function fillEngine(engine: SearchEngine, documents: readonly SearchDocument[]): void {
  engine.upsert(documents)
  engine.settle()
}
