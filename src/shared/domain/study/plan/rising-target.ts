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

/** Minutes that a review takes when the answer is recalled, and when it is not. */
export interface ReviewCost {
  readonly review: number
  readonly lapse: number
}

/** What recall an answer needs on a day so that it may wait: from 50 % at first to 97 % on the last. */
export function barOn({ day, days }: PlanDay): number {
  const share = Math.min(1, Math.max(0, (day + 1) / days))
  return 0.5 + 0.47 * Math.pow(share, 4)
}

/**
 * The rule for a date: what has fallen below the bar of the day, the worst first (`due`), and what may be reviewed
 * ahead, by what it adds to the recall expected on the date for each minute (`ahead`). What was reviewed today is in
 * neither. The rule and its constants come from a simulation: `npm run bench:plan`.
 */
export function risingTarget<A extends HeldAnswer>(
  answers: readonly A[],
  plan: PlanDay,
  model: MemoryModel,
  cost: ReviewCost,
): { readonly due: A[]; readonly ahead: A[] } {
  const bar = barOn(plan)
  const due: { answer: A; recall: number }[] = []
  const ahead: { answer: A; gain: number }[] = []
  for (const answer of answers) {
    const { memory, lastDay } = answer
    const waited = plan.day - lastDay
    if (waited < 1) continue
    if (waited >= model.interval(memory.stability, bar)) {
      due.push({ answer, recall: model.recall(waited, memory.stability) })
      continue
    }
    const gain = gainPerMinute(answer, plan, model, cost)
    if (gain > 0) ahead.push({ answer, gain })
  }
  return {
    due: due.sort((a, b) => a.recall - b.recall).map(({ answer }) => answer),
    ahead: ahead.sort((a, b) => b.gain - a.gain).map(({ answer }) => answer),
  }
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
