import { spawn } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleModule } from '../../../scripts/load-module.ts'
import { queryKinds } from './bench-engine.ts'
import { engines } from './engines.ts'
import type { Measurement, Measurements } from './measurement.ts'
import type { Percentiles } from './percentiles.ts'
import { checkBars } from './search-bars.ts'

/**
 * `npm run -s bench:search -- [--notes 10000] [--json] [--only NAME]…`: every engine, or only those named, over the same made-up notes, each in
 * a process of its own, one after the other. Prints a table and the bars, or the measurements by engine as JSON.
 */

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
})
const notes = Number(values.notes)
if (!Number.isInteger(notes) || notes < 1) throw new RangeError(`not a number of notes: ${values.notes}`)

// Bundled here, so that no engine's process has to.
await bundleModule('tests/bench/search/search-bench-module.ts', 'search-bench')
await bundleModule('src/backend/search/search-worker.ts', 'search-worker')

const unknown = values.only?.filter(name => !(name in engines)) ?? []
if (unknown.length > 0)
  throw new RangeError(`no engine: ${unknown.join(', ')}; there are ${Object.keys(engines).join(', ')}`)

const measurements: Record<string, Measurement> = {}
for (const name of Object.keys(engines)) {
  if (values.only !== undefined && !values.only.includes(name)) continue
  measurements[name] = await measureInChild(name)
}
if (values.json) console.log(JSON.stringify(measurements))
else printReport(measurements)

function measureInChild(name: string): Promise<Measurement> {
  const script = join(import.meta.dirname, 'measure-engine.ts')
  const child = spawn(process.execPath, ['--expose-gc', script, '--engine', name, '--notes', String(notes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(JSON.parse(output) as Measurement)
      else reject(new Error(`${name} ended with ${code}`))
    })
  })
}

function printReport(all: Measurements): void {
  console.log(`${notes} notes; ${machine()}\n`)
  const columns = ['build', 'heap MB', 'file MB', 'load', 'save', ...queryKinds]
  const rows = Object.entries(all).map(([name, measurement]) => [name, ...cellsOf(measurement)])
  console.log(table([['ms (p50/p95)', ...columns], ...rows]))
  const bars = checkBars(all).map(({ name, found, isMet }) => [name, found, isMet ? 'met' : 'MISSED'])
  if (bars.length > 0) console.log(`\n${table([['bar', 'answerbook', ''], ...bars])}`)
}

function cellsOf({ buildMs, heapMb, fileMb, loadMs, saveMs, ...times }: Measurement): string[] {
  const single = [buildMs, heapMb, fileMb, loadMs].map(value => (value === null ? '' : String(value)))
  return [...single, pairOf(saveMs), ...queryKinds.map(kind => pairOf(times[kind]))]
}

function pairOf(percentiles: Percentiles | null): string {
  return percentiles === null ? '' : `${shortOf(percentiles.p50)}/${shortOf(percentiles.p95)}`
}

function shortOf(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2)
}

/** As Markdown, so that it can go into documents as it is. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first = [], ...rest] = rows
  return [line(first), line(widths.map(width => '-'.repeat(width))), ...rest.map(line)].join('\n')
}

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${availableParallelism()} cores (${model}), ${memory}, ${process.platform}, Node ${process.version}`
}
