import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BackendPorts, SearchWorkerPort } from '../../../../src/backend/ports'
import { SearchEngine } from '../../../../src/backend/search/search-engine'
import { SearchService } from '../../../../src/backend/search/search-service'
import type { SearchDocument, SearchRequest } from '../../../../src/backend/search/search-protocol'
import { startInProcessSearchWorker } from '../../../support/in-process-search-worker'
import { memoryPorts } from '../../../support/memory-ports'
import { temporaryFolder } from '../../../support/temporary-folder'

const document = (number: number, text: string): SearchDocument => ({
  kind: 'note',
  id: `notes/${number}.md`,
  path: `notes/${number}.md`,
  title: `Note ${number}`,
  section: '',
  tags: [],
  questions: [],
  text,
  stamp: text,
})
const documents = Array.from({ length: 1200 }, (_, number) =>
  document(number, `word${number % 7} `.repeat(1 + (number % 5)) + 'of every note'),
)
const asked = { limit: 2000, matchAll: false, facets: { status: {}, due: [], starred: [] } }
const complete = { ...asked, waitsForIndex: true }

/** Workers that were started, with what was sent to each. */
const started: { requests: SearchRequest[]; fail: (error: Error) => void }[] = []

function startWorker(): SearchWorkerPort {
  const port = startInProcessSearchWorker()
  const requests: SearchRequest[] = []
  const worker: (typeof started)[number] = { requests, fail: (): void => undefined }
  started.push(worker)
  return {
    ...port,
    post: request => void (requests.push(request), port.post(request)),
    onFailure: listener => void (worker.fail = listener),
  }
}

function serviceOf({
  cacheFolder,
  cores = 2,
  beforeBatch,
}: {
  cacheFolder?: string
  cores?: number
  beforeBatch?: (batch: number) => Promise<void>
} = {}) {
  const progress: number[] = []
  const service = new SearchService({
    ports: { ...memoryPorts(), startSearchWorker: startWorker } satisfies BackendPorts,
    source: {
      stamps: () => documents.map(({ id, stamp }) => [id, stamp]),
      documents: async function* (ids) {
        const wanted = documents.filter(({ id }) => ids.has(id))
        for (let start = 0; start < wanted.length; start += 50) {
          await beforeBatch?.(start / 50)
          yield wanted.slice(start, start + 50)
        }
      },
    },
    cacheFolder,
    cores,
    onProgress: count => void progress.push(count),
  })
  return { service, progress }
}

const kindsSentTo = (worker: number): Set<string> =>
  new Set(started[worker]?.requests.map(({ type }) => type))

describe('a fill with a second worker', () => {
  afterEach(() => void (started.length = 0))

  it('finds the same as one worker, and tells how far it is', async () => {
    const alone = new SearchEngine()
    alone.upsert(documents)
    const { service, progress } = serviceOf()
    for (const text of ['word3 ', '"of every"', 'wor']) {
      const { hits, total } = await service.query(text, complete)
      const expected = await alone.query(text, asked)
      expect(total).toBe(expected.total)
      expect(new Map(hits.map(({ id, score }) => [id, score]))).toEqual(
        new Map(expected.hits.map(({ id, score }) => [id, score])),
      )
    }
    expect(kindsSentTo(1)).toEqual(new Set(['gather', 'handOver']))
    expect(progress).toEqual(progress.toSorted((left, right) => left - right))
    expect(progress.at(-1)).toBe(1200)
    await service.stop()
  })

  it('stores what the second one made', async () => {
    await using folder = await temporaryFolder()
    const first = serviceOf({ cacheFolder: folder.path })
    expect((await first.service.query('word3 ', complete)).total).toBe(171)
    await first.service.stop()
    started.length = 0
    const second = serviceOf({ cacheFolder: folder.path })
    expect((await second.service.query('word3 ', complete)).total).toBe(171)
    expect(kindsSentTo(0)).toEqual(new Set(['open', 'query']))
    expect(started).toHaveLength(1)
    await second.service.stop()
  })

  it('keeps what changed meanwhile', async () => {
    let given: (id: number) => boolean = () => false
    const { service } = serviceOf({
      beforeBatch: async batch => {
        if (batch !== 20) return
        // By now the second worker has documents that it has not handed over.
        given = id =>
          started[1]!.requests.some(
            request =>
              request.type === 'gather' && request.documents.some(each => each.id === documents[id]!.id),
          )
        const [changed, removed] = Array.from({ length: 900 }, (_, id) => id).filter(given)
        service.upsert([{ ...documents[changed!]!, text: 'newer', stamp: 'newer' }])
        service.remove([documents[removed!]!.id])
      },
    })
    const all = await service.query('every ', complete)
    expect([all.total, (await service.query('newer ', complete)).total]).toEqual([1198, 1])
    await service.stop()
  })

  it('finds what the second one has when it is asked before the end', async () => {
    let reached = 0
    const { service } = serviceOf({
      beforeBatch: async batch => {
        if (batch !== 20) return
        await service.query('every ', asked)
        await vi.waitFor(async () => {
          reached = (await service.query('every ', asked)).total
          expect(reached).toBeGreaterThanOrEqual(900)
        })
      },
    })
    expect((await service.query('every ', complete)).total).toBe(1200)
    expect(reached).toBeLessThan(1200)
    await service.stop()
  })

  it('indexes what was lost when the second one fails', async () => {
    const { service } = serviceOf({
      beforeBatch: async batch => {
        if (batch === 12) started[1]!.fail(new Error('out of memory'))
      },
    })
    expect((await service.query('every ', complete)).total).toBe(1200)
    await service.stop()
  })

  it('has no second one on a machine of one core', async () => {
    const { service } = serviceOf({ cores: 1 })
    expect((await service.query('every ', complete)).total).toBe(1200)
    expect(started).toHaveLength(1)
    await service.stop()
  })

  it('ends both when it is stopped', async () => {
    let stopped: Promise<void> | undefined
    const { service } = serviceOf({
      beforeBatch: async batch => {
        if (batch === 10) stopped = service.stop()
      },
    })
    await service.start()
    await stopped
    const sent = started.map(({ requests }) => requests.length)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(started.map(({ requests }) => requests.length)).toEqual(sent)
    expect(started).toHaveLength(2)
  })
})
