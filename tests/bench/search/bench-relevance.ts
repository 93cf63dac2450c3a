import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleModule, loadModule } from '../../../scripts/load-module.ts'
import type { BenchDocument } from './bench-engine.ts'
import { engines } from './engines.ts'
import type * as searchModule from './search-bench-module.ts'

/**
 * `npm run -s bench:relevance -- FILE.jsonl [--json]`: each line is `{id, query, document}`; the documents make an index, and each
 * query is asked for its own document. MRR, nDCG at 10 and hits at 1 and 10 for every engine, by the first 600 results.
 */

interface Line {
  readonly id: string
  readonly query: string
  readonly document: string
}

interface Metrics {
  readonly mrr: number
  readonly ndcg10: number
  readonly hit1: number
  readonly hit10: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const [file] = positionals
if (file === undefined) {
  console.error('npm run -s bench:relevance -- FILE.jsonl [--json]')
  process.exit(2)
}
const lines = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as Line)
const documents = lines.map(({ id, document }, number): BenchDocument => ({
  number,
  id,
  title: '',
  tags: [],
  body: document,
}))
const modules = await loadModule<typeof searchModule>(
  'tests/bench/search/search-bench-module.ts',
  'search-bench',
)
const workerScript = await bundleModule('src/backend/search/search-worker.ts', 'search-worker')
const language =
  lines.filter(({ query }) => /\p{Script=Han}/u.test(query)).length > lines.length / 2 ? 'zh' : 'en'

const results: Record<string, Metrics> = {}
for (const [name, create] of Object.entries(engines)) {
  if (values.only !== undefined && values.only !== name) continue
  const folder = await mkdtemp(join(tmpdir(), 'answerbook-relevance-'))
  const engine = await create({ language, modules, workerScript, folder: join(folder, 'index') })
  try {
    await engine.build(documents)
    const search = engine.search.two
    if (search === undefined) continue
    const ranks: number[] = []
    for (const { id, query } of lines) ranks.push((await search(query, 600)).indexOf(id) + 1)
    results[name] = metricsOf(ranks)
  } finally {
    await engine.dispose?.()
    await rm(folder, { recursive: true, force: true })
  }
}
if (values.json) console.log(JSON.stringify(results))
else {
  console.log(`${lines.length} queries, ${language}; MRR, nDCG@10, hit@1, hit@10`)
  for (const [name, { mrr, ndcg10, hit1, hit10 }] of Object.entries(results)) {
    console.log(name.padEnd(12), [mrr, ndcg10, hit1, hit10].map(value => value.toFixed(3)).join(' '))
  }
}

/** @param ranks from 1; 0 where the document was not found. */
function metricsOf(ranks: readonly number[]): Metrics {
  const mean = (value: (rank: number) => number): number =>
    ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : value(rank)), 0) / ranks.length
  return {
    mrr: mean(rank => 1 / rank),
    ndcg10: mean(rank => (rank <= 10 ? 1 / Math.log2(rank + 1) : 0)),
    hit1: mean(rank => (rank === 1 ? 1 : 0)),
    hit10: mean(rank => (rank <= 10 ? 1 : 0)),
  }
}
