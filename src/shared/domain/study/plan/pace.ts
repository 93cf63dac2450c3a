import type { StudyState } from '../fold-study-log'
import { longestReviewMs } from '../review-time'

/** How long the user takes, in minutes. */
export interface Pace {
  readonly write: number
  readonly review: number
  readonly lapse: number
  /** How many answers and reviews it was measured on; 0 where the usual time stands in. */
  readonly writesMeasured: number
  readonly reviewsMeasured: number
}

/** What the simulation took: 8 minutes to write an answer, 1.5 to review it, 3 when it was forgotten. */
export const usualPace: Pace = { write: 8, review: 1.5, lapse: 3, writesMeasured: 0, reviewsMeasured: 0 }

const fewestWrites = 3
const fewestReviews = 10
const mostRecent = 40
const minuteMs = 60_000

/** The user's own pace: medians of the last answers that were finished and of the last reviews; else the usual one. */
export function measurePace({ questions, writing, reviews }: StudyState): Pace {
  const spent = new Map<string, number>()
  for (const { question, ms } of writing) spent.set(question, (spent.get(question) ?? 0) + ms)
  const writes = [...spent]
    .filter(([id]) => questions.get(id)?.status === 'answered')
    .slice(-mostRecent)
    .map(([, ms]) => ms / minuteMs)
  const timed = reviews.flatMap(({ event: { ms, rating } }) =>
    ms === null || ms > longestReviewMs ? [] : [{ minutes: ms / minuteMs, isLapse: rating === 1 }],
  )
  const minutesOf = (isLapse: boolean): number[] =>
    timed
      .filter(review => review.isLapse === isLapse)
      .slice(-mostRecent)
      .map(({ minutes }) => minutes)
  const passes = minutesOf(false)
  const lapses = minutesOf(true)
  const hasWrites = writes.length >= fewestWrites
  const hasReviews = passes.length >= fewestReviews
  const review = hasReviews ? median(passes) : usualPace.review
  return {
    write: hasWrites ? Math.max(1, median(writes)) : usualPace.write,
    review: Math.max(0.1, review),
    lapse: lapses.length >= fewestReviews ? Math.max(0.1, median(lapses)) : Math.max(usualPace.lapse, review),
    writesMeasured: hasWrites ? writes.length : 0,
    reviewsMeasured: hasReviews ? passes.length : 0,
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const below = sorted[Math.ceil(middle) - 1] ?? 0
  return (below + (sorted[Math.floor(middle)] ?? 0)) / 2
}
