import type { InterviewEntry } from '../../../../shared/domain/study/study-event'

/** How many answers were graded, how many of those were recalled, and the milliseconds that all took. */
export function interviewResult(entries: readonly InterviewEntry[]): {
  readonly graded: number
  readonly recalled: number
  readonly ms: number
} {
  const graded = entries.filter(({ rating }) => rating !== null)
  return {
    graded: graded.length,
    recalled: graded.filter(({ rating }) => rating !== 1).length,
    ms: entries.reduce((sum, { ms }) => sum + ms, 0),
  }
}
