import { availableParallelism } from 'node:os'
import { AppError } from '../../shared/contract/app-error'
import type { BackendPorts, SearchWorkerPort } from '../ports'
import { FillHelper } from './fill-helper'
import { hasStoredIndex } from './index-cache'
import type { KeyTerm } from './key-terms'
import type { RelatedDocument } from './related-documents'
import type { TitleHit } from './search-titles'
import type { DocumentSource } from './search-documents'
import type {
  SearchDocument,
  SearchEngineResult,
  SearchOptions,
  SearchReply,
  SearchRequest,
  SearchSnippet,
} from './search-protocol'

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: AppError) => void
}

export interface SearchServiceOptions {
  readonly ports: BackendPorts
  readonly source: DocumentSource
  /** Where the index is stored; undefined for a notebook that can't be written. */
  readonly cacheFolder: string | undefined
  readonly onProgress: (indexed: number) => void
  /** How many threads can run at once; as many as the machine says by default. */
  readonly cores?: number
}

/** A second worker helps to fill an index with so many documents; for fewer its start is not worth it. */
const fewestShared = 1000

/**
 * So many batches may be on their way to the worker while it is filled: more would wait there in memory, and questions behind
 * them.
 */
const mostUnanswered = 4

/** Longer than this no one waits for results that may be more. */
const longestWaitMs = 300

/** What takes longer is answered in parts: who asks again is told more. */
const longestQueryMs = 60

/** The worker stores what it has before it is ended, unless that takes longer. */
const longestStopMs = 3000

/** A request that waits for an answer, before it has a number. */
type Question =
  Extract<SearchRequest, { requestId: number }> extends infer Request
    ? Request extends { requestId: number }
      ? Omit<Request, 'requestId'>
      : never
    : never

/**
 * The search over one notebook: starts the worker at the first need, has it take up the stored index and sends it what
 * that lacks, then passes changes on. A worker that dies is started anew with the next query.
 */
export class SearchService {
  readonly #options: SearchServiceOptions
  readonly #pending = new Map<number, Pending>()
  #worker: SearchWorkerPort | undefined
  #filled: Promise<void> | undefined
  #nextRequestId = 1
  /** What is newer in the index than what the source may still give. */
  #changedWhileFilling: Set<string> | undefined
  #opened: Promise<readonly string[]> | undefined
  /** Changes that the worker has not told to have taken in, and who waits until they are fewer. */
  #unanswered = 0
  #waiting: (() => void)[] = []
  #helper: FillHelper | undefined
  /** Documents in the index, and those that the helper has taken in and the worker has not adopted. */
  #indexed = 0
  #gathered = 0

  constructor(options: SearchServiceOptions) {
    this.#options = options
  }

  /** Starts the worker and fills it; resolves when all documents are in the index or on their way there. */
  start(): Promise<void> {
    this.#filled ??= this.#fill().catch((error: unknown) => {
      this.#filled = undefined
      throw new AppError('search/failed', { detail: error instanceof Error ? error.message : String(error) })
    })
    return this.#filled
  }

  /**
   * Results from what is indexed by now, or from all; `tookMs` is from the call to the answer.
   *
   * @param waitsForIndex whether to wait until everything is indexed and searched, however long that takes.
   */
  async query(
    text: string,
    { waitsForIndex = false, ...options }: SearchOptions & { readonly waitsForIndex?: boolean },
  ): Promise<SearchEngineResult & { readonly tookMs: number }> {
    const startedAt = performance.now()
    await (waitsForIndex ? this.start() : this.#ready())
    const budgetMs = waitsForIndex ? undefined : longestQueryMs
    const result = (await this.#ask({
      type: 'query',
      text,
      options: { budgetMs, ...options },
    })) as SearchEngineResult
    return { ...result, tookMs: Math.round((performance.now() - startedAt) * 100) / 100 }
  }

  /** More places of one document that a query matches, in the order of its text. */
  async snippets(text: string, id: string, limit: number): Promise<SearchSnippet[]> {
    await this.#ready()
    return (await this.#ask({ type: 'snippets', text, id, limit })) as SearchSnippet[]
  }

  /** Questions and notes by their titles, from what is indexed by now. */
  async titles(text: string, limit: number): Promise<TitleHit[]> {
    await this.#ready()
    return (await this.#ask({ type: 'titles', text, limit })) as TitleHit[]
  }

  /** Questions and notes that are near one, nearest first. */
  async related(id: string, limit: number): Promise<RelatedDocument[]> {
    await this.start()
    return (await this.#ask({ type: 'related', id, limit })) as RelatedDocument[]
  }

  /** The terms that tell most of a text, and whether another text has them. */
  async keyTerms(own: string, written: string): Promise<KeyTerm[]> {
    await this.#ready()
    return (await this.#ask({ type: 'keyTerms', own, written })) as KeyTerm[]
  }

  upsert(documents: readonly SearchDocument[]): void {
    for (const { id } of documents) this.#changedWhileFilling?.add(id)
    if (documents.length > 0) this.#change({ type: 'upsert', documents })
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#changedWhileFilling?.add(id)
    if (ids.length > 0) this.#change({ type: 'remove', ids })
  }

  async stop(): Promise<void> {
    const [worker, helper] = [this.#worker, this.#helper]
    if (worker === undefined) return
    const stored = this.#ask({ type: 'stop' }).catch(() => undefined)
    this.#worker = undefined
    await helper?.stop()
    let timer: ReturnType<typeof setTimeout> | undefined
    await Promise.race([stored, new Promise(resolve => (timer = setTimeout(resolve, longestStopMs)))])
    clearTimeout(timer)
    this.#failAll('stopped')
    await worker.stop()
  }

  /**
   * The worker is there and has taken up what was stored. What that lacks is waited for a moment, which is enough for a
   * few notes.
   */
  async #ready(): Promise<void> {
    const filled = this.start()
    this.#helper?.showWhatIsThere()
    let timer: ReturnType<typeof setTimeout> | undefined
    const moment = new Promise(resolve => (timer = setTimeout(resolve, longestWaitMs)))
    // A failure to start comes from `start`; a worker that dies meanwhile fails the question.
    await Promise.race([filled, Promise.all([this.#opened, moment])])
    clearTimeout(timer)
  }

  async #fill(): Promise<void> {
    const { ports, source, cacheFolder } = this.#options
    const worker = ports.startSearchWorker()
    this.#worker = worker
    this.#unanswered = 0
    this.#opened = new Promise(resolve => {
      let isOpen = false
      worker.onReply(reply => {
        if (reply.type !== 'opened' || isOpen) return this.#receive(reply)
        isOpen = true
        resolve(reply.missing)
      })
    })
    worker.onFailure(error => {
      if (this.#worker !== worker) return
      ports.log('error', 'the search worker failed', error)
      this.#worker = undefined
      this.#filled = undefined
      void this.#endHelper(this.#helper)
      this.#failAll(error instanceof Error ? error.message : String(error))
    })
    const changed = new Set<string>()
    this.#changedWhileFilling = changed
    const stamps = source.stamps()
    worker.post({ type: 'open', folder: cacheFolder, stamps })
    const isNew = cacheFolder === undefined || !hasStoredIndex(cacheFolder)
    // It starts while the first one does.
    const helper = isNew && stamps.length >= fewestShared ? this.#startHelper(worker, changed) : undefined
    try {
      await this.#send(worker, new Set(await this.#opened), changed, helper)
    } finally {
      if (this.#changedWhileFilling === changed) this.#changedWhileFilling = undefined
    }
  }

  async #send(
    worker: SearchWorkerPort,
    ids: ReadonlySet<string>,
    changed: ReadonlySet<string>,
    started?: FillHelper,
  ): Promise<void> {
    if (ids.size === 0) return this.#endHelper(started)
    const helper = started ?? (ids.size < fewestShared ? undefined : this.#startHelper(worker, changed))
    try {
      for await (const documents of this.#options.source.documents(ids)) {
        if (this.#worker !== worker) return
        const fresh = documents.filter(({ id }) => !changed.has(id))
        if (fresh.length === 0) continue
        if (helper !== undefined && helper.unanswered < this.#unanswered) helper.give(fresh)
        else this.#change({ type: 'upsert', documents: fresh })
        await this.#untilFewer(worker)
      }
      // Both make their segments at the same time.
      if (helper !== undefined && this.#worker === worker) worker.post({ type: 'freeze' })
      const lost = new Set(await helper?.finish())
      for await (const documents of lost.size === 0 ? [] : this.#options.source.documents(lost)) {
        if (this.#worker !== worker) return
        this.#change({ type: 'upsert', documents: documents.filter(({ id }) => !changed.has(id)) })
      }
      if (this.#worker === worker) worker.post({ type: 'settle' })
    } finally {
      await this.#endHelper(helper)
    }
  }

  async #endHelper(helper: FillHelper | undefined): Promise<void> {
    if (this.#helper === helper) this.#helper = undefined
    await helper?.stop()
  }

  #startHelper(worker: SearchWorkerPort, changed: ReadonlySet<string>): FillHelper | undefined {
    const { ports, cores = availableParallelism() } = this.#options
    if (cores < 2) return undefined
    const helper = new FillHelper(ports.startSearchWorker(), {
      onGathered: count => {
        if (this.#helper !== helper) return
        this.#gathered += count
        this.#tellProgress()
        this.#goOn(this.#unanswered)
      },
      onSegments: (segments, count) => {
        if (this.#worker === worker) this.#change({ type: 'adopt', segments, count, except: [...changed] })
      },
      onFailure: error => {
        ports.log('warning', 'the worker that helps to index failed', error)
        if (this.#helper !== helper) return
        this.#gathered = 0
        this.#goOn(this.#unanswered)
      },
    })
    this.#helper = helper
    this.#gathered = 0
    return helper
  }

  /** Waits until not too much is on its way to the worker, or to the one that helps. */
  async #untilFewer(worker: SearchWorkerPort): Promise<void> {
    const isFull = (): boolean =>
      this.#unanswered >= mostUnanswered && (this.#helper?.unanswered ?? Infinity) >= mostUnanswered
    while (this.#worker === worker && isFull()) {
      await new Promise<void>(resolve => void this.#waiting.push(resolve))
    }
  }

  #change(request: Extract<SearchRequest, { type: 'upsert' | 'remove' | 'adopt' }>): void {
    if (this.#worker === undefined) return
    this.#worker.post(request)
    this.#unanswered += 1
  }

  #tellProgress(): void {
    this.#options.onProgress(this.#indexed + this.#gathered)
  }

  #goOn(unanswered: number): void {
    this.#unanswered = unanswered
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #ask(question: Question): Promise<unknown> {
    const worker = this.#worker
    if (worker === undefined) throw new AppError('search/failed', { detail: 'no worker' })
    const requestId = this.#nextRequestId++
    return new Promise((resolve, reject) => {
      this.#pending.set(requestId, { resolve, reject })
      worker.post({ ...question, requestId } as SearchRequest)
    })
  }

  #receive(reply: SearchReply): void {
    switch (reply.type) {
      case 'indexed':
        this.#indexed = reply.indexed
        this.#gathered = Math.max(0, this.#gathered - reply.adopted)
        this.#tellProgress()
        return this.#goOn(this.#unanswered - 1)
      case 'notStored':
        return this.#options.ports.log('warning', 'the search index could not be stored', reply.message)
      case 'opened':
        return this.#sendAgain(reply.missing)
      case 'gathered':
      case 'handedOver':
        throw new Error(`${reply.type} is for FillHelper`)
      case 'result':
      case 'failed': {
        const pending = this.#pending.get(reply.requestId)
        this.#pending.delete(reply.requestId)
        if (reply.type === 'result') pending?.resolve(reply.result)
        else pending?.reject(new AppError('search/failed', { detail: reply.message }))
      }
    }
  }

  /** What was found to be damaged is read from the notebook again. */
  #sendAgain(ids: readonly string[]): void {
    const worker = this.#worker
    if (worker === undefined) return
    const changed = (this.#changedWhileFilling ??= new Set())
    this.#send(worker, new Set(ids), changed).catch((error: unknown) => {
      this.#options.ports.log('error', 'indexing failed', error)
    })
  }

  #failAll(detail: string): void {
    this.#goOn(0)
    for (const { reject } of this.#pending.values()) reject(new AppError('search/failed', { detail }))
    this.#pending.clear()
  }
}
