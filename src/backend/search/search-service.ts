import { AppError } from '../../shared/contract/app-error'
import type { SearchResult } from '../../shared/contract/search-procedures'
import type { BackendPorts, SearchWorkerPort } from '../ports'
import type { SearchDocument, SearchEngineResult, SearchReply } from './search-protocol'

interface Pending {
  readonly resolve: (result: SearchEngineResult) => void
  readonly reject: (error: AppError) => void
}

/** Where the documents come from: all of them, in batches. */
export type DocumentSource = () => AsyncIterable<readonly SearchDocument[]>

/**
 * The search over one notebook: starts the worker at the first need, fills it, passes changes on.
 * A worker that dies is started anew with the next query.
 */
export class SearchService {
  readonly #ports: BackendPorts
  readonly #source: DocumentSource
  readonly #onProgress: (indexed: number) => void
  readonly #pending = new Map<number, Pending>()
  #worker: SearchWorkerPort | undefined
  #filled: Promise<void> | undefined
  #nextRequestId = 1
  /** What is newer in the index than what the source may still give. */
  #changedWhileFilling: Set<string> | undefined

  constructor(ports: BackendPorts, source: DocumentSource, onProgress: (indexed: number) => void) {
    this.#ports = ports
    this.#source = source
    this.#onProgress = onProgress
  }

  /** Starts the worker and fills it; resolves when all documents are on their way. */
  start(): Promise<void> {
    this.#filled ??= this.#fill().catch((error: unknown) => {
      this.#filled = undefined
      throw new AppError('search/failed', { detail: error instanceof Error ? error.message : String(error) })
    })
    return this.#filled
  }

  async query(text: string, limit: number, indexable: number): Promise<SearchResult> {
    const startedAt = performance.now()
    await this.start()
    const result = await this.#ask(text, limit)
    return {
      query: text,
      ...result,
      indexable,
      tookMs: Math.round((performance.now() - startedAt) * 100) / 100,
    }
  }

  upsert(documents: readonly SearchDocument[]): void {
    for (const { id } of documents) this.#changedWhileFilling?.add(id)
    if (documents.length > 0) this.#worker?.post({ type: 'upsert', documents })
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#changedWhileFilling?.add(id)
    if (ids.length > 0) this.#worker?.post({ type: 'remove', ids })
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#failAll('stopped')
    await worker?.stop()
  }

  async #fill(): Promise<void> {
    const worker = this.#ports.startSearchWorker()
    this.#worker = worker
    worker.onReply(reply => this.#receive(reply))
    worker.onFailure(error => {
      if (this.#worker !== worker) return
      this.#ports.log('error', 'the search worker failed', error)
      this.#worker = undefined
      this.#filled = undefined
      this.#failAll(error instanceof Error ? error.message : String(error))
    })
    const changed = new Set<string>()
    this.#changedWhileFilling = changed
    try {
      for await (const documents of this.#source()) {
        if (this.#worker !== worker) return
        worker.post({ type: 'upsert', documents: documents.filter(({ id }) => !changed.has(id)) })
      }
    } finally {
      if (this.#changedWhileFilling === changed) this.#changedWhileFilling = undefined
    }
  }

  #ask(text: string, limit: number): Promise<SearchEngineResult> {
    const worker = this.#worker
    if (worker === undefined) throw new AppError('search/failed', { detail: 'no worker' })
    const requestId = this.#nextRequestId++
    return new Promise((resolve, reject) => {
      this.#pending.set(requestId, { resolve, reject })
      worker.post({ type: 'query', requestId, text, limit })
    })
  }

  #receive(reply: SearchReply): void {
    if (reply.type === 'indexed') return this.#onProgress(reply.indexed)
    const pending = this.#pending.get(reply.requestId)
    this.#pending.delete(reply.requestId)
    if (reply.type === 'result') pending?.resolve(reply.result)
    else pending?.reject(new AppError('search/failed', { detail: reply.message }))
  }

  #failAll(detail: string): void {
    for (const { reject } of this.#pending.values()) reject(new AppError('search/failed', { detail }))
    this.#pending.clear()
  }
}
