import { isSameFilter, type QuestionFilter } from '../../../../shared/domain/study/question-filter'
import type { Rating } from '../../../../shared/domain/study/rating'
import type { QueuedReview } from '../../../../shared/contract/study-procedures'

/** How far a question is: to be recalled, being written from memory, or with its answer to be graded. */
export type ReviewStep = 'recall' | 'write' | 'grade'

/** What the user has done at a question that is not graded yet. */
export interface Attempt {
  readonly step: ReviewStep
  readonly written: string
  readonly isHintShown: boolean
  /** Which of several answers is looked at, from 0. */
  readonly answer: number
  /** Time in front of it before `Review.since`. */
  readonly ms: number
}

export interface DoneReview {
  readonly id: string
  /** Names it in the study log. */
  readonly event: string
  readonly rating: Rating
  readonly ms: number
  /** As it was graded, so that taking the grade back leads there. */
  readonly attempt: Attempt
}

/** The reviews of a day, as far as they are. */
export interface Review extends ReviewRound {
  /** Ids, the one at hand first. */
  readonly pending: readonly string[]
  /** The latest last. */
  readonly done: readonly DoneReview[]
  /** How many were done when the round began. */
  readonly doneBefore: number
  readonly attempts: Readonly<Record<string, Attempt>>
  /** Since when the one at hand is looked at; null while the user is elsewhere. */
  readonly since: number | null
}

/** What is gone through, from a certain time on. */
export interface ReviewRound {
  readonly notebookId: string
  /** The day of study. */
  readonly day: string
  readonly filter: QuestionFilter
  /** Whether it has answers that are not due. */
  readonly isAhead: boolean
}

const untouched: Attempt = { step: 'recall', written: '', isHintShown: false, answer: 0, ms: 0 }

export const attemptOf = ({ attempts }: Pick<Review, 'attempts'>, id: string): Attempt =>
  attempts[id] ?? untouched

/** Goes through `queue` from now on; what was graded and written on the same day in the same notebook is kept. */
export function beginRound(
  before: Review | undefined,
  round: ReviewRound,
  queue: readonly string[],
  now: number,
): Review {
  const kept = before !== undefined && isOfSameDay(before, round) ? lookAway(before, now) : undefined
  const done = kept?.done ?? []
  return {
    ...round,
    pending: queue,
    done,
    doneBefore: done.length,
    attempts: kept?.attempts ?? {},
    since: now,
  }
}

/**
 * Goes on with a round, for who comes back to it: what became due meanwhile is added, and what is not to be reviewed any more is
 * left out, unless something was written for it. Another day, notebook or filter begins another round.
 *
 * @param due what is due and passes the filter.
 */
export function goOn(
  before: Review | undefined,
  round: ReviewRound,
  due: readonly QueuedReview[],
  now: number,
): Review {
  const isSame =
    before !== undefined && isOfSameDay(before, round) && isSameFilter(before.filter, round.filter)
  if (!isSame) return beginRound(before, round, idsOf(due), now)
  const done = new Set(idsOf(before.done))
  const isWritten = (id: string): boolean => attemptOf(before, id).written.trim() !== ''
  const asked = new Set(idsOf(due))
  const pending = before.pending.filter(
    id => before.isAhead || asked.has(id) || done.has(id) || isWritten(id),
  )
  const added = due.filter(({ id, reason }) => !pending.includes(id) && (reason === 'again' || !done.has(id)))
  return { ...before, pending: [...pending, ...idsOf(added)], since: now }
}

/** The user is elsewhere: that time does not count. */
export function lookAway(review: Review, now: number): Review {
  const [current] = review.pending
  if (current === undefined) return { ...review, since: null }
  return { ...change(review, current, { ms: timeAt(review, current, now) }), since: null }
}

/** Milliseconds in front of a question until now. */
export function timeAt(review: Review, id: string, now: number): number {
  const { ms } = attemptOf(review, id)
  const isLookedAt = review.pending[0] === id && review.since !== null
  return isLookedAt ? ms + Math.max(0, now - review.since) : ms
}

export function change(review: Review, id: string, part: Partial<Attempt>): Review {
  return { ...review, attempts: { ...review.attempts, [id]: { ...attemptOf(review, id), ...part } } }
}

/** A grade was given; what comes back on the same day is put at the end. */
export function addGrade(
  review: Review,
  grade: Omit<DoneReview, 'attempt'> & { readonly isBackToday: boolean },
  now: number,
): Review {
  const { isBackToday, ...done } = grade
  const attempts = Object.fromEntries(Object.entries(review.attempts).filter(([id]) => id !== grade.id))
  const rest = review.pending.filter(id => id !== grade.id)
  return {
    ...restart(review, now),
    pending: isBackToday ? [...rest, grade.id] : rest,
    done: [...review.done, { ...done, attempt: { ...attemptOf(review, grade.id), ms: grade.ms } }],
    attempts,
  }
}

/** Puts the one at hand at the end, with what was written for it. */
export function skip(review: Review, current: string, now: number): Review {
  const { written } = attemptOf(review, current)
  const step = written.trim() === '' ? 'recall' : 'write'
  const left = change(review, current, { step, ms: timeAt(review, current, now) })
  return { ...restart(left, now), pending: [...review.pending.filter(id => id !== current), current] }
}

/** Takes the last grade back: its question is at hand again, as it was graded. */
export function takeBack(review: Review, now: number): Review {
  const last = review.done.at(-1)
  if (last === undefined) return review
  const left = review.since === null ? review : lookAway(review, now)
  return {
    ...left,
    pending: [last.id, ...review.pending.filter(id => id !== last.id)],
    done: review.done.slice(0, -1),
    attempts: { ...left.attempts, [last.id]: last.attempt },
    since: review.since === null ? null : now,
  }
}

/** How many of those that are left were graded today, are new, and are due. */
export function partsLeft(
  pending: readonly string[],
  done: readonly Pick<DoneReview, 'id'>[],
  queue: readonly Pick<QueuedReview, 'id' | 'reason'>[],
): Readonly<Record<'again' | 'new' | 'due', number>> {
  const graded = new Set(idsOf(done))
  const reasons = new Map(queue.map(({ id, reason }) => [id, reason]))
  const parts = { again: 0, new: 0, due: 0 }
  for (const id of pending) {
    const reason = graded.has(id) ? 'again' : reasons.get(id)
    parts[reason === 'again' || reason === 'new' ? reason : 'due'] += 1
  }
  return parts
}

function restart(review: Review, now: number): Review {
  return { ...review, since: review.since === null ? null : now }
}

function isOfSameDay(a: ReviewRound, b: ReviewRound): boolean {
  return a.notebookId === b.notebookId && a.day === b.day
}

function idsOf(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id)
}
