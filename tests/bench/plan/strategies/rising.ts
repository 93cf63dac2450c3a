import { fitDay, type TimedReview } from '../../../../src/shared/domain/study/plan/fit-day.ts'
import { risingTarget } from '../../../../src/shared/domain/study/plan/rising-target.ts'
import { writingOrder } from '../../../../src/shared/domain/study/writing-order.ts'
import { belowBar, byGain } from './below-bar.ts'
import {
  pace,
  reviewing,
  reviewMinutes,
  writing,
  type Activity,
  type CreateStrategy,
  type Morning,
  type SimulatedAnswer,
} from '../strategy.ts'

/** The product's rule, by the product's code. @param order in which unwritten questions are written. */
export function rising(order: (morning: Morning) => readonly number[] = inListOrder): CreateStrategy {
  return () => ({
    planDay: morning => {
      const { due, ahead } = risingTarget(
        morning.answers,
        { ...morning, unwritten: morning.unwritten.length },
        morning.model,
        pace,
      )
      return [...reviewing(due), ...writing(order(morning)), ...reviewing(ahead)]
    },
  })
}

/**
 * As the product plans a day: what fits into its minutes by the reviews' expected time, made in the morning, and all of it is
 * done. What a day takes more or less than its minutes is not made up for.
 */
export const risingFitted: CreateStrategy = () => ({
  isFixed: true,
  planDay: morning => {
    const { answers, unwritten, minutesPerDay, day, model } = morning
    const { due, ahead } = risingTarget(answers, { ...morning, unwritten: unwritten.length }, model, pace)
    const timed = (reviews: readonly SimulatedAnswer[]): TimedReview<Activity>[] =>
      reviews.map(review => ({
        what: { review },
        minutes: reviewMinutes(model.recall(day - review.lastDay, review.memory.stability)),
      }))
    const options = { reviews: timed(due), writes: writing(unwritten), ahead: timed(ahead) }
    const fitted = fitDay(options, minutesPerDay, day, pace)
    return [...fitted.reviews, ...fitted.writes, ...fitted.ahead]
  },
})

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
