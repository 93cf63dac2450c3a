import { mkdir } from 'node:fs/promises'
import type { BackendPorts } from '../../../src/backend/ports.ts'
import type { SearchDocument } from '../../../src/backend/search/search-protocol.ts'
import type { BenchDocument, CreateEngine } from './bench-engine.ts'

/**
 * The product: the service, its worker thread and its snippets, from the call to the answer. The index is built and
 * measured in this process, stored, and taken up by the worker.
 */
export const createAnswerbook: CreateEngine = async ({ modules, workerScript, folder }) => {
  const { SearchEngine, IndexCache, SearchService, startSearchWorkerThread } = modules
  const known = new Map<string, SearchDocument>()
  let engine = new SearchEngine()
  let cache: InstanceType<typeof IndexCache> | undefined
  let service: InstanceType<typeof SearchService> | undefined
  const facets = { status: {}, due: [], starred: [] }
  const query = async (text: string, limit: number): Promise<string[]> => {
    service ??= await startService()
    return (await service.query(text, { limit, matchAll: false, facets })).hits.map(({ id }) => id)
  }
  async function startService(): Promise<InstanceType<typeof SearchService>> {
    const ports = { log: () => undefined, startSearchWorker: () => startSearchWorkerThread(workerScript) }
    const started = new SearchService({
      ports: ports as unknown as BackendPorts,
      source: {
        stamps: () => [...known.values()].map(({ id, stamp }) => [id, stamp] as const),
        documents: async function* (ids) {
          yield [...known.values()].filter(({ id }) => ids.has(id))
        },
      },
      cacheFolder: folder,
      onProgress: () => undefined,
    })
    await started.start()
    return started
  }
  // The service lets the process end; the bench is to wait for it.
  const awake = setInterval(() => undefined, 1000)
  return {
    async build(documents) {
      const all = documents.map(toSearchDocument)
      for (const document of all) known.set(document.id, document)
      for (let start = 0; start < all.length; start += 100) engine.upsert(all.slice(start, start + 100))
      engine.settle()
    },
    async save() {
      await mkdir(folder, { recursive: true })
      cache = new IndexCache(folder)
      cache.save(engine.index)
    },
    async load() {
      cache?.close()
      engine = new SearchEngine()
      cache = new IndexCache(folder)
      cache.load(engine.index)
    },
    async update(document) {
      const startedAt = performance.now()
      engine.upsert([toSearchDocument(document)])
      return performance.now() - startedAt
    },
    search: {
      word: (text, limit) => query(`${text} `, limit),
      two: (text, limit) => query(`${text} `, limit),
      phrase: (text, limit) => query(`"${text}"`, limit),
      prefix1: query,
      prefix3: query,
      fuzzy: (text, limit) => query(`${text} `, limit),
    },
    async dispose() {
      clearInterval(awake)
      await service?.stop()
      cache?.close()
    },
  }
}

function toSearchDocument({ id, title, tags, body }: BenchDocument): SearchDocument {
  return {
    kind: 'note',
    id,
    path: id,
    title,
    tags,
    section: '',
    questions: [],
    text: body,
    stamp: `${body.length}`,
  }
}
