import type { Pace } from './pace'

/** What could be done on a day, each in the order in which it is best done. */
export interface DayOptions<T> {
  readonly reviews: readonly TimedReview<T>[]
  readonly writes: readonly T[]
  readonly ahead: readonly TimedReview<T>[]
}

export interface TimedReview<T> {
  readonly what: T
  /** That it is expected to take. */
  readonly minutes: number
}

/** What fits into a day. */
export interface FittedDay<T> {
  readonly reviews: T[]
  readonly writes: T[]
  readonly ahead: T[]
  /** Of all three together. */
  readonly minutes: number
}

/**
 * Fits a day into the minutes that are left of it: reviews first, then writing, then reviews ahead once nothing is left to
 * write. Minutes that are too few for one more answer add up over the days: one more is written on the day on which they are
 * enough for it.
 *
 * @param day of the plan, from 0.
 */
export function fitDay<T>(
  { reviews, writes, ahead }: DayOptions<T>,
  left: number,
  day: number,
  { write }: Pick<Pace, 'write'>,
): FittedDay<T> {
  const first = fitting(reviews, left)
  const afterReviews = left - first.minutes
  const perDay = afterReviews / write
  const toWrite = writes.slice(0, Math.floor((day + 1) * perDay) - Math.floor(day * perDay))
  const afterWrites = toWrite.length < writes.length ? 0 : afterReviews - toWrite.length * write
  const more = fitting(ahead, afterWrites)
  return {
    reviews: first.things,
    writes: toWrite,
    ahead: more.things,
    minutes: first.minutes + toWrite.length * write + more.minutes,
  }
}

/** The first ones, as long as they fit. */
function fitting<T>(
  reviews: readonly TimedReview<T>[],
  left: number,
): { readonly things: T[]; readonly minutes: number } {
  const things: T[] = []
  let minutes = 0
  for (const review of reviews) {
    if (minutes + review.minutes > left) break
    things.push(review.what)
    minutes += review.minutes
  }
  return { things, minutes }
}
