import { risingTarget } from '../../../../src/shared/domain/study/plan/rising-target.ts'
import { writingOrder } from '../../../../src/shared/domain/study/writing-order.ts'
import { belowBar, byGain } from './below-bar.ts'
import { pace, reviewing, writing, type CreateStrategy, type Morning } from '../strategy.ts'

/** The product's rule, by the product's code. @param order in which unwritten questions are written. */
export function rising(order: (morning: Morning) => readonly number[] = inListOrder): CreateStrategy {
  return () => ({
    planDay: morning => {
      const { due, ahead } = risingTarget(morning.answers, morning, morning.model, pace)
      return [...reviewing(due), ...writing(order(morning)), ...reviewing(ahead)]
    },
  })
}

export const inListOrder = ({ unwritten }: Morning): readonly number[] => unwritten

/** The product's order of writing, by what the learner says beforehand of how easy each question will be. */
export function inJudgedOrder({ unwritten, learner }: Morning): readonly number[] {
  const questions = unwritten.map(question => ({
    question,
    id: String(question),
    status: 'not started' as const,
    ease: learner.questions[question]?.judgedEase ?? null,
    importance: null,
  }))
  return writingOrder(questions).map(({ question }) => question)
}

/** As the rule, with another bar: `from` at first, `to` on the last day, by this power of the share of days. */
export function risingBy({
  from,
  to,
  power,
}: {
  readonly from: number
  readonly to: number
  readonly power: number
}): CreateStrategy {
  return () => ({
    planDay: morning => {
      const bar = from + (to - from) * Math.pow((morning.day + 1) / morning.days, power)
      return [
        ...reviewing(belowBar(morning, bar)),
        ...writing(morning.unwritten),
        ...reviewing(byGain(morning)),
      ]
    },
  })
}
