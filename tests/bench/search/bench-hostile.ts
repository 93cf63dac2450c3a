import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleModule, loadModule } from '../../../scripts/load-module.ts'
import type { BenchDocument } from './bench-engine.ts'
import { makeCorpus } from './corpus.ts'
import { startBenchService } from './engine-answerbook.ts'
import type * as searchModule from './search-bench-module.ts'

/**
 * `npm run bench:hostile [-- --notes N]`: how long queries take that were made to take long, as the window asks them: the worst of three answers, and what
 * was said. A query for an expression is answered in parts; the first part counts.
 */

const { values } = parseArgs({ options: { notes: { type: 'string', default: '10000' } } })
const documents = makeCorpus(Number(values.notes))
const folder = await mkdtemp(join(tmpdir(), 'answerbook-bench-'))
const service = await startBenchService(documents, {
  language: 'en',
  modules: await loadModule<typeof searchModule>('tests/bench/search/search-bench-module.ts', 'search-bench'),
  workerScript: await bundleModule('src/backend/search/search-worker.ts', 'search-worker'),
  folder,
})
// The service lets the process end; the bench is to wait for it.
const awake = setInterval(() => undefined, 1000)
try {
  // The index is merged and stored once it is filled.
  await new Promise(resolve => setTimeout(resolve, 2000))
  await ask('warm up')
  for (const [name, query] of Object.entries(hostileQueries(documents))) {
    const answers = [await ask(query), await ask(query), await ask(query)]
    const worst = Math.max(...answers.map(({ tookMs }) => tookMs))
    const { total, searched, indexed, problems } = answers[0]!
    const said = [...new Set(problems.map(({ code }) => code))].join(', ')
    const looked = searched < indexed ? `${searched} of ${indexed} looked through` : ''
    console.log(`${name.padEnd(28)} ${worst.toFixed(1).padStart(7)} ms  ${total} found  ${looked} ${said}`)
  }
} finally {
  clearInterval(awake)
  await service.stop()
  await rm(folder, { recursive: true, force: true })
}

function ask(text: string) {
  return service.query(text, { limit: 50, matchAll: false, facets: { status: {}, due: [], starred: [] } })
}

function hostileQueries(from: readonly BenchDocument[]): Record<string, string> {
  const text = from
    .slice(0, 60)
    .map(({ body }) => body)
    .join(' ')
    .replace(/["/()]/g, ' ')
  const longest = 10_000
  const filled = (piece: string): string => piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest)
  return {
    'one word of 10,000 letters': filled('a'),
    'a text of 10,000 characters': text.slice(0, longest),
    'words that nothing has': filled('zxqv wqkj '),
    'misspelled words': filled('tramsformerz attenshun '),
    'quotation marks': filled('"'),
    'opening brackets': filled('('),
    'closing brackets': filled(')'),
    'nested brackets': '('.repeat(longest / 2 - 1) + 'a' + ')'.repeat(longest / 2 - 1),
    'a long phrase': `"${text.slice(0, longest - 2)}"`,
    'many phrases of stop words': filled('"the of" "of the" "a the" "to the" "the to" "in the" '),
    'one letter after the other': filled('a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* '),
    'either, or': filled('model OR token OR '),
    filters: filled('tag:'),
    '/(a+)+$/': '/(a+)+$/',
    '/(.*)*(.*)*(.*)*x{3}y/': '/(.*)*(.*)*(.*)*x{3}y/',
    '/(x+x+)+y/': '/(x+x+)+y/',
    '/(a{1,1000}){1,1000}/': '/(a{1,1000}){1,1000}/',
    'unbalanced /((((/': '/((((/',
    'a back reference /(a)\\1/': '/(a)\\1/',
    'many expressions': filled('/a.*b/ /c.*d/ '),
    emoji: filled('👩‍👩‍👧‍👦 🧠🧠 '),
    'right to left': filled('שלום עולם مرحبا بالعالم '),
    'zero width': filled('a\u200b\u200d\ufeff'),
    'halves of pairs': filled('\ud83d'),
    'combining marks': `a${filled('\u0301').slice(1)}`,
    Chinese: filled('模型训练数据的注意力机制'),
    'NUL characters': filled('\0'),
  }
}
