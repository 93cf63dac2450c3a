import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackendPorts } from '../../../src/backend/ports.ts'
import type { SearchService } from '../../../src/backend/search/search-service.ts'
import type { BenchDocument, BenchOptions, CreateEngine } from './bench-engine.ts'
import { stampOf, toSearchDocument } from './to-search-document.ts'

/**
 * The product. The index is built by the service in its worker threads, from their start until it is stored and they have ended. It
 * is changed, and its memory measured, in this process, by the engine that the worker runs; queries go through the service
 * to a worker thread, which takes up what was stored, and come back with snippets.
 */
export const createAnswerbook: CreateEngine = async options => {
  const { modules, folder } = options
  const { SearchEngine, IndexCache } = modules
  let documents: readonly BenchDocument[] = []
  let engine = new SearchEngine()
  let cache = new IndexCache(folder)
  let service: SearchService | undefined
  const query = async (text: string, limit: number): Promise<string[]> => {
    service ??= await startBenchService(documents, options)
    const { hits } = await service.query(text, { limit, matchAll: false, facets, waitsForIndex: true })
    return hits.map(({ id }) => id)
  }
  const words = (text: string, limit: number): Promise<string[]> => query(`${text} `, limit)
  // The service lets the process end; the bench is to wait for it.
  const awake = setInterval(() => undefined, 1000)
  return {
    async build(all) {
      documents = all
      const filling = await startBenchService(all, options)
      await filling.stop()
    },
    async save() {
      cache.load(engine.index)
      return (await readdir(folder)).map(name => join(folder, name))
    },
    async load() {
      cache.close()
      engine = new SearchEngine()
      cache = new IndexCache(folder)
      cache.load(engine.index)
    },
    async update(document) {
      engine.upsert([toSearchDocument(document)])
    },
    search: {
      word: words,
      two: words,
      phrase: (text, limit) => query(`"${text}"`, limit),
      prefix1: query,
      prefix3: query,
      fuzzy: words,
    },
    async dispose() {
      clearInterval(awake)
      await service?.stop()
      cache.close()
    },
  }
}

/** As the notebook gives them to the workers. */
const documentsPerBatch = 50
const facets = { status: {}, due: [], starred: [] }

export async function startBenchService(
  documents: readonly BenchDocument[],
  { modules, workerScript, folder }: BenchOptions,
): Promise<SearchService> {
  const ports = {
    log: (_level: string, message: string, detail: unknown) => console.error(message, detail),
    startSearchWorker: () => modules.startSearchWorkerThread(workerScript),
  }
  const service = new modules.SearchService({
    ports: ports as unknown as BackendPorts,
    source: {
      stamps: () => documents.map(document => [document.id, stampOf(document)] as const),
      documents: async function* (ids) {
        for (let start = 0; start < documents.length; start += documentsPerBatch) {
          const batch = documents.slice(start, start + documentsPerBatch).filter(({ id }) => ids.has(id))
          if (batch.length > 0) yield batch.map(toSearchDocument)
        }
      },
    },
    cacheFolder: folder,
    onProgress: () => undefined,
  })
  await service.start()
  return service
}
