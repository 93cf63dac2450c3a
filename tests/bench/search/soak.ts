import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleModule, loadModule } from '../../../scripts/load-module.ts'
import type { BackendPorts } from '../../../src/backend/ports.ts'
import { makeQueries } from './corpus-queries.ts'
import { makeCorpus } from './corpus.ts'
import type * as searchModule from './search-bench-module.ts'
import { SoakNotes } from './soak-notes.ts'
import { soakSearch } from './soak-search.ts'
import { longestOf, TurnWatch, type LongestTurn } from './turn-watch.ts'

/**
 * `npm run soak:search -- [--notes 10000] [--edits 2000]`: random edits with queries in between, over a real worker thread.
 * Reports results that differ from those of a new index, the worker's memory from time to time, and how long
 * this thread's event loop stood still at most, and by how much work of its own. Fails when a result differs.
 */

const { values } = parseArgs({
  options: { notes: { type: 'string', default: '10000' }, edits: { type: 'string', default: '2000' } },
})
const [noteCount, edits] = [Number(values.notes), Number(values.edits)]
const { SearchEngine, SearchService, searchWorker, searchWorkerPort } = await loadModule<typeof searchModule>(
  'tests/bench/search/search-bench-module.ts',
  'search-bench',
)
const script = await bundleModule('src/backend/search/search-worker.ts', 'search-worker')
const worker = searchWorker(script)
/** The first is measured; another one helps to fill it. */
const workers = [worker]
const folder = await mkdtemp(join(tmpdir(), 'answerbook-soak-'))
const notes = new SoakNotes(noteCount, 1)
const service = new SearchService({
  ports: {
    log: (_level: string, message: string, detail: unknown) => console.error(message, detail),
    startSearchWorker: () => searchWorkerPort(workers.pop() ?? searchWorker(script)),
  } as unknown as BackendPorts,
  source: notes.source,
  cacheFolder: join(folder, 'index'),
  onProgress: () => undefined,
})
let watch = new TurnWatch()
let longest: LongestTurn = { delayMs: 0, workMs: 0 }
const memory: number[] = []

try {
  await service.start()
  console.log(`filled with ${noteCount} notes; ${textOf(watch.stop())}`)
  const corpus = makeCorpus(Math.min(noteCount, 500))
  const queries = (['word', 'two', 'phrase', 'prefix1', 'prefix3', 'fuzzy'] as const).flatMap(kind =>
    makeQueries(corpus, kind, { count: 10, seed: 3 }).map(query =>
      kind === 'phrase' ? `"${query}"` : query,
    ),
  )
  watch = new TurnWatch()
  const differences = await soakSearch({
    notes,
    service,
    edits,
    editsPerCheck: Math.max(1, Math.floor(edits / 8)),
    queries,
    onCheck: async isStarting => {
      if (!isStarting) {
        watch = new TurnWatch()
        return
      }
      longest = longestOf(longest, watch.stop())
      memory.push(await memoryInUse())
    },
    createEngine: () => new SearchEngine(),
  })
  longest = longestOf(longest, watch.stop())
  console.log(`${edits} edits; ${textOf(longest)}`)
  console.log(
    `memory of the worker at each comparison, MB: ${memory.map(each => each.toFixed(1)).join(', ')}`,
  )
  console.log(differences.length === 0 ? 'all results as from a new index' : differences.join('\n'))
  process.exitCode = differences.length === 0 ? 0 : 1
} finally {
  await service.stop()
  await rm(folder, { recursive: true, force: true })
}

function textOf({ delayMs, workMs }: LongestTurn): string {
  return `longest block ${delayMs.toFixed(1)} ms, most work in a turn ${workMs.toFixed(1)} ms`
}

/** Without what is not collected yet, in megabytes: all of it is before a snapshot is taken. */
async function memoryInUse(): Promise<number> {
  const snapshot = await worker.getHeapSnapshot()
  snapshot.destroy()
  const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics()
  return (heap + outside) / 1e6
}
