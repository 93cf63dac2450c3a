import type { StudyEventOf } from './study-event'

/**
 * What one review counts at most, in milliseconds. Flashcard programs take a minute (Anki's default), but an answer here is long
 * and may be written from memory, and one is written in 8 minutes the first time (`usualPace`); who takes twice that was away.
 */
export const longestReviewMs = 15 * 60_000

/** Milliseconds that a review counts towards the time of a day, whatever was measured: also for logs that have more. */
export function reviewMs({ ms }: Pick<StudyEventOf<'review'>, 'ms'>): number {
  return Math.min(ms ?? 0, longestReviewMs)
}
