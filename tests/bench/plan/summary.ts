import { estimateOfStrata, meanOf, type Estimate } from './estimate.ts'
import { learnerKinds } from './learner.ts'
import type { Outcome } from './simulate-learner.ts'
import type { JobResult } from './simulate-job.ts'

export const metrics = ['recall', 'firm'] as const
export type Metric = (typeof metrics)[number]

export interface Summary {
  readonly strategy: string
  readonly metrics: Readonly<Record<Metric, Estimate>>
  /** What it is more than the reference, learner by learner. */
  readonly differences: Readonly<Record<Metric, Estimate>>
  /** The means of each cell. */
  readonly cells: readonly Outcome[]
}

/**
 * Sums up the learners. One learner is one observation: the mean over all cells. Differences are taken between two strategies
 * for the same learner before they are averaged, so that what all strategies share cancels.
 */
export function summarise(results: readonly JobResult[], reference: string): Summary[] {
  const names = Object.keys(results[0]?.outcomes ?? {})
  const against = names.includes(reference) ? reference : (names[0] ?? reference)
  return names.map(strategy => ({
    strategy,
    metrics: ofMetrics(metric => estimateOf(results, result => overCells(result, strategy, metric))),
    differences: ofMetrics(metric =>
      estimateOf(results, result => overCells(result, strategy, metric) - overCells(result, against, metric)),
    ),
    cells: cellMeans(results, strategy),
  }))
}

function ofMetrics(estimate: (metric: Metric) => Estimate): Record<Metric, Estimate> {
  return { recall: estimate('recall'), firm: estimate('firm') }
}

function estimateOf(results: readonly JobResult[], value: (result: JobResult) => number): Estimate {
  const strata = learnerKinds.map(kind => results.filter(result => result.kind === kind).map(value))
  return estimateOfStrata(strata.filter(({ length }) => length > 0))
}

function overCells({ outcomes }: JobResult, strategy: string, metric: Metric): number {
  return meanOf((outcomes[strategy] ?? []).map(outcome => outcome[metric]))
}

function cellMeans(results: readonly JobResult[], strategy: string): Outcome[] {
  const count = results[0]?.outcomes[strategy]?.length ?? 0
  return Array.from({ length: count }, (_, cell) => {
    const outcomes = results.map(result => result.outcomes[strategy]![cell]!)
    const mean = (of: keyof Outcome): number => meanOf(outcomes.map(outcome => outcome[of]))
    return {
      recall: mean('recall'),
      firm: mean('firm'),
      written: mean('written'),
      reviews: mean('reviews'),
      minutesUsed: mean('minutesUsed'),
    }
  })
}
