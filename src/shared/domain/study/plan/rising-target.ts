import type { MemoryModel, MemoryState } from './memory-model'

/** An answer that was written or reviewed before. */
export interface HeldAnswer {
  readonly memory: MemoryState
  /** Day of its last review, on the count of `PlanDay`. */
  readonly lastDay: number
}

/** A day of a plan. */
export interface PlanDay {
  /** From 0, the first day of the plan. */
  readonly day: number
  /** How many days of study there are: the interview is on the day of this number. */
  readonly days: number
}

/** The morning of a day of a plan. */
export interface PlanMorning extends PlanDay {
  /** How many answers are not written yet. */
  readonly unwritten: number
}

/** Minutes that a review takes when the answer is recalled, and when it is not. */
export interface ReviewCost {
  readonly review: number
  readonly lapse: number
}

/** Those, and the minutes that it takes to write an answer. */
export interface PlanCost extends ReviewCost {
  readonly write: number
}

/** What a review must add in a minute so that it comes before writing, as a share of what a new answer adds in one. */
const shareOfWriting = 0.6
/** Minutes for an answer that the bar was chosen for; who writes faster reviews no less. */
const leastWriteMinutes = 8

/** What recall an answer needs on a day so that it may wait: from 50 % at first to 97 % on the last. */
export function barOn({ day, days }: PlanDay): number {
  const share = Math.min(1, Math.max(0, (day + 1) / days))
  return 0.5 + 0.47 * Math.pow(share, 4)
}

/**
 * The rule for a date: what has fallen below the bar of the day and is worth its minutes beside a new answer (`due`), and
 * what may be reviewed ahead (`ahead`), both by what a review adds for each minute to the recall expected on the date. Once
 * all is written, whatever is below the bar is due. What was reviewed today is in neither. The rule and its constants come from
 * a simulation: `npm run bench:plan`.
 */
export function risingTarget<A extends HeldAnswer>(
  answers: readonly A[],
  plan: PlanMorning,
  model: MemoryModel,
  cost: PlanCost,
): { readonly due: A[]; readonly ahead: A[] } {
  const bar = barOn(plan)
  const leastGain = leastGainOn(plan, model, cost)
  const rated = answers
    .filter(({ lastDay }) => lastDay < plan.day)
    .map(answer => {
      const gain = gainPerMinute(answer, plan, model, cost)
      const isBelow = plan.day - answer.lastDay >= model.interval(answer.memory.stability, bar)
      return { answer, gain, isDue: isBelow && gain >= leastGain }
    })
    .sort((a, b) => b.gain - a.gain)
  return {
    due: rated.filter(({ isDue }) => isDue).map(({ answer }) => answer),
    ahead: rated.filter(({ isDue, gain }) => !isDue && gain > 0).map(({ answer }) => answer),
  }
}

/** What a review must add for each minute to come before writing: a share of what an answer of this day adds on the date. */
function leastGainOn({ day, days, unwritten }: PlanMorning, model: MemoryModel, { write }: PlanCost): number {
  if (unwritten === 0) return -Infinity
  const gainOfWriting =
    model.recall(days - day, model.first(3).stability) / Math.max(leastWriteMinutes, write)
  return shareOfWriting * gainOfWriting
}

/** What a review on this day adds to the recall expected on the date, for each minute that it is expected to take. */
export function gainPerMinute(
  { memory, lastDay }: HeldAnswer,
  { day, days }: PlanDay,
  model: MemoryModel,
  { review, lapse }: ReviewCost,
): number {
  const waited = day - lastDay
  const left = days - day
  const recall = model.recall(waited, memory.stability)
  const afterPass = model.recall(left, model.next(memory, waited, 3).stability)
  const afterLapse = model.recall(left, model.next(memory, waited, 1).stability)
  const without = model.recall(left + waited, memory.stability)
  return (recall * afterPass + (1 - recall) * afterLapse - without) / (recall * review + (1 - recall) * lapse)
}
