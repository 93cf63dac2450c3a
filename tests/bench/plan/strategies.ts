import type { CreateStrategy } from './strategy.ts'
import { assign } from './strategies/assign.ts'
import { clairvoyantChoice, clairvoyantInListOrder } from './strategies/clairvoyant.ts'
import { fsrsReviews } from './strategies/fsrs.ts'
import { listOrder } from './strategies/list-order.ts'
import { inJudgedOrder, rising, risingBy, risingFitted } from './strategies/rising.ts'

export interface NamedStrategy {
  readonly title: string
  readonly create: CreateStrategy
}

/** All strategies by the names that `--only` takes, in the order of the report. */
export const strategies: Readonly<Record<string, NamedStrategy>> = {
  list: { title: 'list order, then re-read', create: listOrder },
  'fsrs-90': { title: 'FSRS .90, reviews first', create: fsrsReviews({ retention: 0.9 }) },
  'fsrs-90-ahead': {
    title: 'FSRS .90, reviews first, idle minutes ahead',
    create: fsrsReviews({ retention: 0.9, isAhead: true }),
  },
  'fsrs-90-new-first': {
    title: 'FSRS .90, new first, idle minutes ahead',
    create: fsrsReviews({ retention: 0.9, isNewFirst: true, isAhead: true }),
  },
  'fsrs-80': { title: 'FSRS .80, reviews first', create: fsrsReviews({ retention: 0.8 }) },
  'fsrs-85': { title: 'FSRS .85, reviews first', create: fsrsReviews({ retention: 0.85 }) },
  'fsrs-95': { title: 'FSRS .95, reviews first', create: fsrsReviews({ retention: 0.95 }) },
  rising: { title: 'rising target', create: rising() },
  'rising-judged': {
    title: 'rising target, by judged ease',
    create: rising(inJudgedOrder),
  },
  'rising-fitted': { title: 'rising target, as the product fits days', create: risingFitted },
  assign: { title: 'assign, every morning', create: assign },
  clairvoyant: { title: 'clairvoyant, list order', create: clairvoyantInListOrder },
  'clairvoyant-choice': { title: 'clairvoyant, picks what to write', create: clairvoyantChoice },
}

/** A strategy by its name, or the rising target with another bar: `bar-40-97-4` is .40 to .97 by the fourth power. */
export function strategyNamed(name: string): NamedStrategy | undefined {
  const [, from, to, power] = /^bar-(\d\d)-(\d\d)-(\d+)$/.exec(name) ?? []
  if (from === undefined) return strategies[name]
  return {
    title: `bar .${from} to .${to}, power ${power}`,
    create: risingBy({ from: Number(from) / 100, to: Number(to) / 100, power: Number(power) }),
  }
}
