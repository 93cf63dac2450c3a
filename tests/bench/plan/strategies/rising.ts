import { risingTarget } from '../../../../src/shared/domain/study/plan/rising-target.ts'
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
