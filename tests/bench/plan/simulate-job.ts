import { createLearner, type LearnerKind } from './learner.ts'
import { simulateLearner, type Cell, type Outcome } from './simulate-learner.ts'
import { strategies, strategyNamed } from './strategies.ts'

/** Every strategy in every cell for one learner. */
export interface Job {
  readonly strategies: readonly string[]
  readonly cells: readonly Cell[]
  readonly kind: LearnerKind
  readonly seed: number
}

export interface JobResult extends Pick<Job, 'kind' | 'seed'> {
  /** By strategy, in the order of the cells. */
  readonly outcomes: Readonly<Record<string, readonly Outcome[]>>
}

/** The same job has the same result. @throws RangeError for a strategy that there is not. */
export function simulateJob({ strategies: names, cells, kind, seed }: Job): JobResult {
  const outcomes = names.map((name): [string, Outcome[]] => {
    const strategy = strategyNamed(name)
    if (strategy === undefined)
      throw new RangeError(`no strategy ${name}: ${Object.keys(strategies).join(', ')}`)
    return [name, cells.map(cell => simulateLearner(createLearner(kind, seed), cell, strategy.create()))]
  })
  return { kind, seed, outcomes: Object.fromEntries(outcomes) }
}
