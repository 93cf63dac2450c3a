import type { Rating } from '../rating'
import type { MemoryModel, MemoryState } from './memory-model'
import type { Pace } from './pace'
import { risingTarget, type HeldAnswer, type PlanMorning } from './rising-target'

export interface PlanStart extends PlanMorning {
  readonly answers: readonly HeldAnswer[]
  /** Minutes for each day, and those that are left of the first. */
  readonly minutesPerDay: number
  readonly minutesToday: number
  readonly pace: Pace
}

export interface PlanOutcome {
  /** How many answers there are on the date. */
  readonly written: number
  /** How many of them would be recalled: the sum of their probabilities. */
  readonly recalled: number
}

/**
 * Carries the plan out to its date once, with the model's memory and by chance: each day what is due by the rule, then
 * writing, then reviews ahead, until the minutes are used up. Minutes that are too few for the next thing are kept for
 * the next day. It yields after each day, so that others get a turn.
 */
export function* simulatePlan(
  start: PlanStart,
  model: MemoryModel,
  random: () => number,
): Generator<undefined, PlanOutcome> {
  const { days, pace } = start
  const answers: { memory: MemoryState; lastDay: number }[] = start.answers.map(answer => ({ ...answer }))
  let unwritten = start.unwritten
  let minutes = 0
  for (let day = start.day; day < days; day += 1) {
    minutes += day === start.day ? start.minutesToday : start.minutesPerDay
    const { due, ahead } = risingTarget(answers, { day, days, unwritten }, model, pace)
    let isFull = false
    const review = (answer: { memory: MemoryState; lastDay: number }): void => {
      isFull ||= minutes < pace.review
      if (isFull) return
      const waited = day - answer.lastDay
      const isRecalled = random() < model.recall(waited, answer.memory.stability)
      answer.memory = model.next(answer.memory, waited, isRecalled ? ratingOfPass(random()) : 1)
      answer.lastDay = day
      minutes -= isRecalled ? pace.review : pace.lapse
    }
    due.forEach(review)
    while (!isFull && unwritten > 0) {
      isFull = minutes < pace.write
      if (isFull) break
      answers.push({ memory: model.first(3), lastDay: day })
      unwritten -= 1
      minutes -= pace.write
    }
    ahead.forEach(review)
    if (!isFull) minutes = Math.min(0, minutes)
    yield
  }
  const recalled = answers.reduce(
    (sum, { memory, lastDay }) => sum + model.recall(days - lastDay, memory.stability),
    0,
  )
  return { written: answers.length, recalled }
}

/** Of what is recalled, 15 % is hard and 13 % easy, as in the simulation of learners. */
function ratingOfPass(chance: number): Rating {
  if (chance < 0.15) return 2
  return chance > 0.87 ? 4 : 3
}
