import { pace, reviewing, writing, type CreateStrategy } from '../strategy.ts'

/** Writes in the order of the list; once all is written, reads it again from the top, round and round. */
export const listOrder: CreateStrategy = () => {
  let next = 0
  return {
    planDay: ({ answers, unwritten, minutesPerDay }) => {
      if (unwritten.length > 0) {
        next = 0
        return writing(unwritten)
      }
      const round = [...answers.slice(next), ...answers.slice(0, next)]
      next = (next + Math.floor(minutesPerDay / pace.review)) % answers.length
      return reviewing(round)
    },
  }
}
