import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleModule, loadModule } from '../../../scripts/load-module.ts'
import { queryKinds, type BenchDocument, type BenchEngine, type QueryKind } from './bench-engine.ts'
import { makeQueries } from './corpus-queries.ts'
import { makeCorpus, makeNote } from './corpus.ts'
import { engines } from './engines.ts'
import type { Measurement } from './measurement.ts'
import { percentilesOf, type Percentiles } from './percentiles.ts'
import type * as searchModule from './search-bench-module.ts'

/**
 * `node --expose-gc measure-engine.ts --engine NAME --notes N`: measures one engine in a process of its own, and prints
 * a `Measurement` as JSON.
 */

const resultLimit = 20
const queriesPerKind = 150
const fewestSamples = 20
/** Enough for the engine's code to be compiled, also in a worker. */
const warmUpQueries = 300
const longestWarmUpMs = 3000
const longestPerKindMs = 10_000
const saves = 200

const { values } = parseArgs({ options: { engine: { type: 'string' }, notes: { type: 'string' } } })
const create = engines[values.engine ?? '']
const notes = Number(values.notes)
if (create === undefined || !Number.isInteger(notes)) {
  throw new Error(`not an engine and a number of notes: ${values.engine}, ${values.notes}`)
}

const documents = makeCorpus(notes)
const folder = await mkdtemp(join(tmpdir(), 'answerbook-bench-'))
const engine = await create({
  language: 'en',
  modules: await loadModule<typeof searchModule>('tests/bench/search/search-bench-module.ts', 'search-bench'),
  workerScript: await bundleModule('src/backend/search/search-worker.ts', 'search-worker'),
  folder: join(folder, 'index'),
})
try {
  console.log(JSON.stringify(await measure(engine, documents)))
} finally {
  await engine.dispose?.()
  await rm(folder, { recursive: true, force: true })
}

async function measure(engine: BenchEngine, documents: readonly BenchDocument[]): Promise<Measurement> {
  const before = memoryMb()
  const buildMs = await timeOf(() => engine.build(documents))
  const files = await engine.save?.()
  const heapMb = engine.keepsOutsideHeap === true ? null : round(memoryMb() - before)
  const { load, update } = engine
  const loadMs = load === undefined ? null : await timeOf(() => load())
  const times: Partial<Record<QueryKind, Percentiles | null>> = {}
  for (const kind of queryKinds) times[kind] = await measureQueries(engine, kind)
  return {
    buildMs: round(buildMs),
    heapMb,
    fileMb: files === undefined ? null : round((await bytesOf(files)) / 1e6),
    loadMs: loadMs === null ? null : round(loadMs),
    saveMs: update === undefined ? null : await measureSaves(document => update(document)),
    ...(times as Record<QueryKind, Percentiles | null>),
  }
}

async function measureQueries({ search }: BenchEngine, kind: QueryKind): Promise<Percentiles | null> {
  const ask = search[kind]
  if (ask === undefined) return null
  const startedAt = performance.now()
  for (const query of makeQueries(documents, kind, { count: warmUpQueries, seed: 5 })) {
    await ask(query, resultLimit)
    if (performance.now() - startedAt > longestWarmUpMs) break
  }
  const times: number[] = []
  const until = performance.now() + longestPerKindMs
  for (const query of makeQueries(documents, kind, { count: queriesPerKind, seed: 17 })) {
    times.push(await timeOf(() => ask(query, resultLimit)))
    if (times.length >= fewestSamples && performance.now() > until) break
  }
  return percentilesOf(times)
}

/** Notes all over the corpus are given another text, one after the other. */
async function measureSaves(update: (document: BenchDocument) => Promise<void>): Promise<Percentiles> {
  const times: number[] = []
  const until = performance.now() + longestPerKindMs
  for (let save = 0; save < saves; save += 1) {
    const changed = makeNote((save * 7919) % notes, 8 + save)
    times.push(await timeOf(() => update(changed)))
    if (times.length >= fewestSamples && performance.now() > until) break
  }
  return percentilesOf(times)
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The heap and what lies outside it for JavaScript; array buffers are part of the latter. */
function memoryMb(): number {
  if (globalThis.gc === undefined) throw new Error('to be run with --expose-gc')
  for (let time = 0; time < 4; time += 1) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async file => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
