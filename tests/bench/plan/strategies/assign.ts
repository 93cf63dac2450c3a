import type { MemoryModel, MemoryState } from '../../../../src/shared/domain/study/plan/memory-model.ts'
import {
  pace,
  reviewMinutes,
  type Activity,
  type CreateStrategy,
  type Morning,
  type SimulatedAnswer,
} from '../strategy.ts'

/** How likely recall of an answer is, as FSRS with its defaults has it. */
interface Sight {
  /** On a day, without another review. */
  recall(answer: SimulatedAnswer, day: number): number
  /** On the date, after a review on `day`. */
  recallAfter(answer: SimulatedAnswer, day: number): number
}

function sightOf({ model, days }: Pick<Morning, 'model' | 'days'>): Sight {
  const recall: Sight['recall'] = ({ memory, lastDay }, day) => model.recall(day - lastDay, memory.stability)
  return {
    recall,
    recallAfter: (answer, day) => {
      const before = recall(answer, day)
      const waited = day - answer.lastDay
      const after = (rating: 1 | 3): number =>
        model.recall(days - day, model.next(answer.memory, waited, rating).stability)
      return before * after(3) + (1 - before) * after(1)
    },
  }
}

const gridDays = 12

/**
 * Every morning, all that could be done on all days that are left – a review of an answer on a day, a new answer with or
 * without one review – is taken by its gain a minute as long as its days have the minutes; what falls on today is done. What is
 * left of today goes to whatever gains most for each minute.
 */
export const assign: CreateStrategy = () => ({
  planDay: morning => {
    const sight = sightOf(morning)
    const { reviews, writes } = assigned(morning, sight)
    return [
      ...morning.unwritten.slice(0, writes).map(write => ({ write })),
      ...reviews.map(review => ({ review })),
      ...byGainNow(morning, sight, writes),
    ]
  },
})

interface ReviewOption {
  readonly gain: number
  readonly answer: SimulatedAnswer
  readonly at: number
  readonly minutes: number
}

interface WriteOption {
  readonly gain: number
  readonly writeAt: number
  readonly reviewAt: number | undefined
  readonly reviewMinutes: number
}

function assigned(morning: Morning, sight: Sight): { reviews: SimulatedAnswer[]; writes: number } {
  const grid = gridOf(morning)
  const free = minutesOf(grid, morning)
  const reviews = reviewOptions(morning, grid, sight)
  const writes = writeOptions(morning, grid)
  const done = new Set<SimulatedAnswer>()
  const today: SimulatedAnswer[] = []
  let [written, writtenToday, nextReview, nextWrite] = [0, 0, 0, 0]
  for (;;) {
    while (nextWrite < writes.length && !hasRoom(writes[nextWrite]!, free)) nextWrite += 1
    while (nextReview < reviews.length && isTaken(reviews[nextReview]!, done, free)) nextReview += 1
    const write = written < morning.unwritten.length ? writes[nextWrite] : undefined
    const review = reviews[nextReview]
    if (write !== undefined && write.gain >= (review?.gain ?? -1)) {
      free[write.writeAt]! -= pace.write
      if (write.reviewAt !== undefined) free[write.reviewAt]! -= write.reviewMinutes
      written += 1
      if (write.writeAt === 0) writtenToday += 1
    } else if (review !== undefined) {
      free[review.at]! -= review.minutes
      done.add(review.answer)
      if (review.at === 0) today.push(review.answer)
    } else return { reviews: today, writes: writtenToday }
  }
}

/** Today, some days between, and the last one. */
function gridOf({ day, days }: Morning): number[] {
  const step = Math.max(1, Math.ceil((days - day) / gridDays))
  const grid: number[] = []
  for (let at = day; at < days; at += step) grid.push(at)
  if (grid.at(-1) !== days - 1) grid.push(days - 1)
  return grid
}

/** The minutes from each day of the grid to the next. */
function minutesOf(grid: readonly number[], { days, minutesPerDay }: Morning): number[] {
  return grid.map((day, index) => minutesPerDay * ((grid[index + 1] ?? days) - day))
}

function reviewOptions({ answers, days }: Morning, grid: readonly number[], sight: Sight): ReviewOption[] {
  const options: ReviewOption[] = []
  for (const answer of answers) {
    const without = sight.recall(answer, days)
    for (const [at, day] of grid.entries()) {
      if (day === answer.lastDay) continue
      const gain = sight.recallAfter(answer, day) - without
      if (gain <= 0) continue
      const minutes = reviewMinutes(sight.recall(answer, day))
      options.push({ gain: gain / minutes, answer, at, minutes })
    }
  }
  return options.sort((a, b) => b.gain - a.gain)
}

/** A new answer is taken for an ordinary one. */
function writeOptions({ model, days, unwritten }: Morning, grid: readonly number[]): WriteOption[] {
  if (unwritten.length === 0) return []
  const memory = model.first(3)
  const options: WriteOption[] = []
  for (const [writeAt, written] of grid.entries()) {
    const alone = model.recall(days - written, memory.stability) / pace.write
    options.push({ gain: alone, writeAt, reviewAt: undefined, reviewMinutes: 0 })
    for (let reviewAt = writeAt + 1; reviewAt < grid.length; reviewAt += 1) {
      const waited = grid[reviewAt]! - written
      const minutes = reviewMinutes(model.recall(waited, memory.stability))
      const value = recallAfterBoth(model, memory, waited, days - grid[reviewAt]!)
      options.push({ gain: value / (pace.write + minutes), writeAt, reviewAt, reviewMinutes: minutes })
    }
  }
  return options.sort((a, b) => b.gain - a.gain)
}

function recallAfterBoth(model: MemoryModel, memory: MemoryState, waited: number, left: number): number {
  const recall = model.recall(waited, memory.stability)
  const after = (rating: 1 | 3): number => model.recall(left, model.next(memory, waited, rating).stability)
  return recall * after(3) + (1 - recall) * after(1)
}

function hasRoom(
  { writeAt, reviewAt, reviewMinutes: minutes }: WriteOption,
  free: readonly number[],
): boolean {
  return free[writeAt]! >= pace.write && (reviewAt === undefined || free[reviewAt]! >= minutes)
}

function isTaken(option: ReviewOption, done: ReadonlySet<SimulatedAnswer>, free: readonly number[]): boolean {
  return done.has(option.answer) || free[option.at]! < option.minutes
}

function byGainNow(morning: Morning, sight: Sight, writes: number): Activity[] {
  const { answers, unwritten, day, days, model } = morning
  const gainOfWriting = model.recall(days - day, model.first(3).stability) / pace.write
  const options = answers.flatMap(answer => {
    const gain = sight.recallAfter(answer, day) - sight.recall(answer, days)
    if (answer.lastDay === day || gain <= 0) return []
    return [
      { gain: gain / reviewMinutes(sight.recall(answer, day)), activity: { review: answer } as Activity },
    ]
  })
  const rest = unwritten
    .slice(writes)
    .map(write => ({ gain: gainOfWriting, activity: { write } as Activity }))
  return [...options, ...rest].sort((a, b) => b.gain - a.gain).map(({ activity }) => activity)
}
