import { parseArgs } from 'node:util'
import { default_w } from 'ts-fsrs'
import { loadModule } from '../../../scripts/load-module.ts'
import { estimateOfStrata, type Estimate } from './estimate.ts'
import { createLearner, learnerKinds } from './learner.ts'
import type * as optimiseModule from './optimise-bench-module.ts'

/**
 * `npm run -s bench:optimise -- [--learners 60] [--seed 2001]`: fits FSRS to the first 80 % of simulated logs, as the product
 * does, and tries what it takes on the last 20 %, which neither the fit nor the decision has seen.
 */

const { values } = parseArgs({
  options: { learners: { type: 'string', default: '60' }, seed: { type: 'string', default: '2001' } },
})
const [learners, seed] = [Number(values.learners), Number(values.seed)]
if (!Number.isInteger(learners) || learners < 5 || learners % learnerKinds.length !== 0)
  throw new RangeError(`not a multiple of ${learnerKinds.length}: ${values.learners}`)
const {
  optimiseWeights,
  logLoss,
  predictReviews,
  reviewHistory,
  predictableDays,
  foldStudyLog,
  simulateLog,
} = await loadModule<typeof optimiseModule>('tests/bench/plan/optimise-bench-module.ts', 'optimise-bench')

/** What a log loss became on reviews that came later. */
interface Trial {
  readonly isTaken: boolean
  readonly change: number
  readonly reviews: number
}

for (const cell of [
  { days: 120, minutesPerDay: 20 },
  { days: 180, minutesPerDay: 20 },
  { days: 240, minutesPerDay: 30 },
]) {
  const startedAt = performance.now()
  const kinds: Trial[][] = []
  for (const kind of learnerKinds) {
    const trials: Trial[] = []
    for (let at = 0; at < learners / learnerKinds.length; at += 1) {
      const trial = await tryOn(simulateLog(createLearner(kind, seed + at), cell))
      if (trial !== undefined) trials.push(trial)
    }
    kinds.push(trials)
  }
  const all = kinds.flat()
  const taken = all.filter(({ isTaken }) => isTaken)
  const msEach = (performance.now() - startedAt) / all.length
  const mean = all.reduce((sum, { reviews }) => sum + reviews, 0) / all.length
  console.log(
    `${cell.days} days of ${cell.minutesPerDay} minutes: ${all.length} logs of ${mean.toFixed(0)} reviews on average, ${msEach.toFixed(0)} ms each`,
  )
  console.log(
    `  fitted, whether better or not: ${changeOf(kinds, () => true)}; worse in ${worse(all)} of ${all.length}`,
  )
  console.log(
    `  only what is better: ${changeOf(kinds, trial => trial.isTaken)}; worse in ${worse(taken)} of ${all.length}, taken in ${taken.length}`,
  )
}

async function tryOn(log: ReturnType<typeof simulateLog>): Promise<Trial | undefined> {
  const history = reviewHistory(foldStudyLog(log, Infinity))
  const days = predictableDays(history)
  const from = days[Math.floor(days.length * 0.8)] ?? 0
  const known = log.filter(({ at }) => at < from * 86_400_000)
  const result = await optimiseWeights(foldStudyLog(known, Infinity))
  if (result.outcome === 'tooFew') return undefined
  const loss = (weights: readonly number[]): number =>
    logLoss(predictReviews(history, weights, false, { from, before: Infinity }))
  return {
    isTaken: result.outcome === 'better',
    change: loss(result.weights) - loss(default_w),
    reviews: result.reviews,
  }
}

function changeOf(kinds: readonly (readonly Trial[])[], counts: (trial: Trial) => boolean): string {
  const strata = kinds.map(trials => trials.map(trial => (counts(trial) ? trial.change : 0)))
  const { mean, halfWidth }: Estimate = estimateOfStrata(strata.filter(({ length }) => length > 0))
  return `log loss ${mean.toFixed(4)}${halfWidth === undefined ? '' : ` ± ${halfWidth.toFixed(4)}`}`
}

function worse(trials: readonly Trial[]): number {
  return trials.filter(({ change }) => change > 0).length
}
