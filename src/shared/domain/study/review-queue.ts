import type { QuestionStatus } from './question-status'
import { isRelearning, type Memory, type Scheduler } from './scheduler'
import type { LocalTime } from './study-day'

export interface ReviewableQuestion {
  readonly id: string
  readonly status: QuestionStatus
  readonly memory: Memory | undefined
}

export interface QueueEntry {
  readonly id: string
  readonly reason: 'again' | 'due' | 'new'
  /** How likely recall is now, 0 to 1; null for what was never tried. */
  readonly retrievability: number | null
}

/**
 * What is to be reviewed now: answers that come back on the same day, then what is due with the least likely recall
 * first, then answers that were never tried, in the order of the list.
 */
export function reviewQueue(
  questions: readonly ReviewableQuestion[],
  scheduler: Scheduler,
  now: LocalTime,
): QueueEntry[] {
  const again: QueueEntry[] = []
  const due: (QueueEntry & { readonly retrievability: number })[] = []
  const untried: QueueEntry[] = []
  for (const { id, status, memory } of questions) {
    if (memory === undefined) {
      if (status === 'answered') untried.push({ id, reason: 'new', retrievability: null })
      continue
    }
    if (!scheduler.isDue(memory, now)) continue
    const retrievability = scheduler.retrievability(memory, now)
    if (memory.intervalDays === 0 && isRelearning(memory)) again.push({ id, reason: 'again', retrievability })
    else due.push({ id, reason: 'due', retrievability })
  }
  return [...again, ...due.sort((a, b) => a.retrievability - b.retrievability), ...untried]
}
