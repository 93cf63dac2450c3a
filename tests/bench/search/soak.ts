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
 * Reports results that differ from those of a new index, the worker's memory at the beginning and at the end, and how long
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
const worker = searchWorker(await bundleModule('src/backend/search/search-worker.ts', 'search-worker'))
const folder = await mkdtemp(join(tmpdir(), 'answerbook-soak-'))
const notes = new SoakNotes(noteCount, 1)
const service = new SearchService({
  ports: {
    log: (_level: string, message: string, detail: unknown) => console.error(message, detail),
    startSearchWorker: () => searchWorkerPort(worker),
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
    onEdit: edit => void (edit % 10 === 0 && sampleMemory()),
    onCheck: isStarting => {
      if (isStarting) longest = longestOf(longest, watch.stop())
      else watch = new TurnWatch()
    },
    createEngine: () => new SearchEngine(),
  })
  longest = longestOf(longest, watch.stop())
  const fifth = Math.floor(memory.length / 5)
  const [early, late] = [memory.slice(fifth, 2 * fifth), memory.slice(-fifth)].map(part => Math.min(...part))
  console.log(`${edits} edits; ${textOf(longest)}`)
  console.log(`memory of the worker: ${early?.toFixed(1)} MB early, ${late?.toFixed(1)} MB late`)
  console.log(differences.length === 0 ? 'all results as from a new index' : differences.join('\n'))
  process.exitCode = differences.length === 0 ? 0 : 1
} finally {
  await service.stop()
  await rm(folder, { recursive: true, force: true })
}

function textOf({ delayMs, workMs }: LongestTurn): string {
  return `longest block ${delayMs.toFixed(1)} ms, most work in a turn ${workMs.toFixed(1)} ms`
}

/** What is not collected yet counts too, so that only the lowest of several samples tell. */
function sampleMemory(): void {
  worker.getHeapStatistics().then(
    ({ used_heap_size: heap, external_memory: outside }) => memory.push((heap + outside) / 1e6),
    (error: unknown) => console.error('no sample of the memory', error),
  )
}
