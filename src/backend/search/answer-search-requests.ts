import { IndexCache } from './index-cache'
import { keyTerms } from './key-terms'
import { relatedDocuments } from './related-documents'
import { SearchEngine } from './search-engine'
import { searchTitles } from './search-titles'
import type { SearchReply, SearchRequest } from './search-protocol'

/** The worker's side of the conversation, over any channel. */
export interface SearchChannel {
  post(reply: SearchReply): void
  onRequest(listener: (request: SearchRequest) => void): void
}

/** Changes are stored when none has come for so long, */
const saveAfterMs = 5000
/** and at the latest so long after the first: what is not stored is kept in memory whole. */
const saveAtLatestMs = 30_000
/** or when there is so much, in UTF-16 units. */
const mostUnsaved = 36e6
/** What is read only now and then is looked through for damage so long after the start. */
const verifyAfterMs = 2000

/** Keeps an index and answers requests in their order. */
export function answerSearchRequests(channel: SearchChannel): void {
  const session = new SearchSession(channel)
  channel.onRequest(request => session.receive(request))
}

type QueryRequest = Extract<SearchRequest, { type: 'query' }>

class SearchSession {
  readonly #channel: SearchChannel
  readonly #engine = new SearchEngine()
  #cache: IndexCache | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #unsavedSince: number | undefined
  #unsavedLength = 0
  #verifyTimer: ReturnType<typeof setTimeout> | undefined
  #newestQuery = 0

  constructor(channel: SearchChannel) {
    this.#channel = channel
  }

  receive(request: SearchRequest): void {
    switch (request.type) {
      case 'open':
        return this.#open(request)
      case 'upsert':
        this.#engine.upsert(request.documents)
        for (const { text } of request.documents) this.#unsavedLength += text.length
        return this.#changed()
      case 'remove':
        this.#engine.remove(request.ids)
        return this.#changed()
      case 'freeze':
        return this.#engine.freeze()
      case 'settle':
        this.#engine.settle()
        return this.#save()
      case 'gather':
        this.#engine.upsert(request.documents)
        return this.#channel.post({ type: 'gathered', count: request.documents.length })
      case 'handOver':
        return this.#channel.post({ type: 'handedOver', segments: this.#engine.handOver() })
      case 'adopt':
        return this.#adopt(request)
      case 'query':
        return void this.#query(request)
      case 'snippets':
        return this.#answer(request.requestId, () =>
          this.#engine.snippets(request.text, request.id, request.limit),
        )
      case 'titles':
        return this.#answer(request.requestId, () =>
          searchTitles(this.#engine.index, request.text, request.limit),
        )
      case 'related':
        return this.#answer(request.requestId, () =>
          relatedDocuments(this.#engine.index, request.id, request.limit),
        )
      case 'keyTerms':
        return this.#answer(request.requestId, () =>
          keyTerms(this.#engine.index, { own: request.own, written: request.written }),
        )
      case 'stop':
        return this.#stop(request.requestId)
    }
  }

  #open({ folder, stamps }: Extract<SearchRequest, { type: 'open' }>): void {
    const { index } = this.#engine
    if (folder !== undefined) {
      this.#cache = new IndexCache(folder)
      this.#cache.load(index)
    }
    const known = new Map(stamps)
    this.#engine.remove([...index.ids()].filter(id => !known.has(id)))
    const missing = stamps.filter(([id, stamp]) => index.get(id)?.stamp !== stamp).map(([id]) => id)
    this.#channel.post({ type: 'opened', missing })
    this.#verifyTimer = setTimeout(() => this.#verify(), verifyAfterMs)
    this.#verifyTimer.unref()
  }

  #adopt({ segments, count, except }: Extract<SearchRequest, { type: 'adopt' }>): void {
    const gone = new Set(except)
    for (const segment of segments) {
      this.#engine.adopt(segment, gone)
      this.#unsavedLength += segment.arrays.textStarts.at(-1)!
    }
    this.#changed(count)
  }

  #verify(): void {
    const damaged = this.#cache?.findDamaged(this.#engine.index) ?? []
    if (damaged.length === 0) return
    this.#engine.remove(damaged)
    this.#channel.post({ type: 'opened', missing: damaged })
  }

  async #query({ requestId, text, options }: QueryRequest): Promise<void> {
    this.#newestQuery = requestId
    // Others get a turn; a newer query makes this one needless.
    const pause = async (): Promise<boolean> => {
      await new Promise(resolve => setImmediate(resolve))
      return this.#newestQuery === requestId
    }
    try {
      const result = await this.#engine.query(text, options, pause)
      this.#channel.post({ type: 'result', requestId, result })
    } catch (error) {
      this.#fail(requestId, error)
    }
  }

  #answer(requestId: number, work: () => unknown): void {
    try {
      this.#channel.post({ type: 'result', requestId, result: work() })
    } catch (error) {
      this.#fail(requestId, error)
    }
  }

  #fail(requestId: number, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    this.#channel.post({ type: 'failed', requestId, message })
  }

  #changed(adopted = 0): void {
    this.#channel.post({ type: 'indexed', indexed: this.#engine.size, adopted })
    clearTimeout(this.#saveTimer)
    // What was adopted is merged next, as a rule: it would be written twice, and read in between.
    if (adopted === 0 && this.#unsavedLength > mostUnsaved) return this.#save()
    const now = performance.now()
    const leftMs = (this.#unsavedSince ??= now) + saveAtLatestMs - now
    this.#saveTimer = setTimeout(() => this.#save(), Math.max(0, Math.min(saveAfterMs, leftMs)))
    this.#saveTimer.unref()
  }

  /** A failure costs time at the next start and nothing else. */
  #save(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    this.#unsavedSince = undefined
    this.#unsavedLength = 0
    try {
      this.#cache?.save(this.#engine.index)
    } catch (error) {
      this.#channel.post({
        type: 'notStored',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }

  #stop(requestId: number): void {
    clearTimeout(this.#verifyTimer)
    if (this.#saveTimer !== undefined) this.#save()
    this.#cache?.close()
    this.#cache = undefined
    this.#channel.post({ type: 'result', requestId, result: null })
  }
}
