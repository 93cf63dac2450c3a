import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { findBrowser } from '../../scripts/find-browser.ts'
import { describeBars, markdownOfBars } from './describe-bars.ts'
import type { Bar, Suite } from './suite.ts'
import type * as suitesModule from './suites.ts'

/**
 * `npm run -s faults -- [--seed N] [--runs N] [--only NAME]… [--json | --markdown]`: kills, faults, two writers, hostile
 * content and damaged files against the built program. Prints a table; ends with 1 when a bar is violated and with 2
 * when it can't begin. `--runs` is for each suite, in its own unit. Build first: the suites start what is in out/.
 */

const usage = 'npm run -s faults -- [--seed N] [--runs N] [--only NAME]… [--json | --markdown]'

process.exitCode = await main().catch((error: unknown) => {
  console.error(
    `faults: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}: ${usage}`,
  )
  return 2
})

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      runs: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  })
  const seed = wholeNumber(values.seed)
  const runs = values.runs === undefined ? undefined : wholeNumber(values.runs)
  process.env['ANSWERBOOK_CHROMIUM'] = await findBrowser()
  const root = join(import.meta.dirname, '../..')
  // What the suites import has no file extensions, and some of it style sheets.
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  })
  try {
    const module = await server.ssrLoadModule(join(import.meta.dirname, 'suites.ts'))
    return await runSuites((module as typeof suitesModule).suites, { ...values, seed, runs })
  } finally {
    await server.close()
  }
}

interface RunOptions {
  readonly seed: number
  readonly runs: number | undefined
  readonly only: readonly string[]
  readonly json: boolean
  readonly markdown: boolean
}

async function runSuites(
  suites: readonly Suite[],
  { seed, runs, only, json, markdown }: RunOptions,
): Promise<number> {
  const names = suites.map(({ name }) => name)
  for (const name of only) {
    if (!names.includes(name)) throw new Error(`no suite ${name}; there are ${names.join(', ')}`)
  }
  const bars: Bar[] = []
  for (const suite of suites) {
    if (only.length > 0 && !only.includes(suite.name)) continue
    const startedAt = performance.now()
    const options = { seed, runs: runs ?? suite.longRuns, report: (line: string) => console.error(line) }
    console.error(`${suite.name}: --seed ${options.seed} --runs ${options.runs}`)
    bars.push(...(await suite.run(options)))
    console.error(`${suite.name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  }
  if (json) console.log(JSON.stringify({ seed, bars }))
  else console.log(markdown ? markdownOfBars(bars, seed) : describeBars(bars, seed))
  return bars.every(({ violations, runs: tried }) => violations === 0 && tried > 0) ? 0 : 1
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`not a whole number: ${text}`)
  return number
}
