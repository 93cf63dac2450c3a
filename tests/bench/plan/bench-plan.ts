import { parseArgs } from 'node:util'
import { bundleModule } from '../../../scripts/load-module.ts'
import { cells } from './cells.ts'
import { meanOf, type Estimate } from './estimate.ts'
import { learnerKinds } from './learner.ts'
import { runJobs } from './run-jobs.ts'
import { strategies, strategyNamed } from './strategies.ts'
import { summarise, type Summary } from './summary.ts'

/**
 * `npm run -s bench:plan -- [--learners 300] [--seed 1] [--only NAME,…] [--json | --markdown]`: simulated learners get ready
 * for a date in 7 to 60 days by different rules. Prints recall and the share of firm answers with 95 % intervals, what
 * each strategy is more than the rising target for the same learners, and the share of all minutes that it used: a strategy that uses
 * more is not to be compared. `bar-40-97-4` names it with another bar: see strategies.ts.
 */

const reference = 'rising'
const threads = 2

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
})
const [learners, seed] = [Number(values.learners), Number(values.seed)]
if (!Number.isInteger(learners) || learners < learnerKinds.length || learners % learnerKinds.length !== 0)
  throw new RangeError(`not a multiple of ${learnerKinds.length}: ${values.learners}`)
if (!Number.isInteger(seed)) throw new RangeError(`not a seed: ${values.seed}`)
const names = values.only?.split(',') ?? Object.keys(strategies)
const unknown = names.filter(name => strategyNamed(name) === undefined)
if (unknown.length > 0)
  throw new RangeError(`no strategy ${unknown.join(', ')}: ${Object.keys(strategies).join(', ')}`)

const script = await bundleModule('tests/bench/plan/plan-worker.ts', 'plan-worker')
const jobs = Array.from({ length: learners / learnerKinds.length }, (_, at) =>
  learnerKinds.map(kind => ({ strategies: names, cells, kind, seed: seed + at })),
).flat()
const summaries = summarise(await runJobs(script, jobs, threads), reference)
if (values.json) console.log(JSON.stringify({ learners, seed, cells, summaries }))
else printReport(summaries)

function printReport(all: readonly Summary[]): void {
  const against = names.includes(reference) ? reference : names[0]
  console.log(
    `${learners} learners in each of ${cells.length} cells, seed ${seed}; means with 95 % intervals\n`,
  )
  const rows = all.map(({ strategy, metrics, differences, cells: means }) => [
    strategyNamed(strategy)?.title ?? strategy,
    interval(metrics.recall),
    interval(metrics.firm),
    ...(strategy === against ? ['', ''] : [signed(differences.recall), signed(differences.firm)]),
    meanOf(means.map(({ minutesUsed }) => minutesUsed)).toFixed(3),
  ])
  const head = [
    'strategy',
    'recall',
    'share ≥ .8',
    `recall − ${against}`,
    `share − ${against}`,
    'minutes used',
  ]
  console.log(values.markdown ? markdown([head, ...rows]) : columns([head, ...rows]))
}

function interval({ mean, halfWidth }: Estimate): string {
  return halfWidth === undefined ? short(mean) : `${short(mean)} ± ${short(halfWidth)}`
}

function signed(estimate: Estimate): string {
  return (estimate.mean < 0 ? '−' : '+') + interval({ ...estimate, mean: Math.abs(estimate.mean) })
}

function short(share: number): string {
  return share.toFixed(4).replace(/^0/, '')
}

function columns(rows: readonly (readonly string[])[]): string {
  return aligned(rows)
    .map(row => row.join('  ').trimEnd())
    .join('\n')
}

function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = aligned(rows).map(row => `| ${row.join(' | ')} |`)
  return [
    head,
    String(head).replaceAll(/[^|]/g, '-').replaceAll('|-', '| ').replaceAll('-|', ' |'),
    ...rest,
  ].join('\n')
}

function aligned(rows: readonly (readonly string[])[]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
}
