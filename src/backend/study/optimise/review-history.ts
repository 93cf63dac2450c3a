import type { StudyState } from '../../../shared/domain/study/fold-study-log'
import { studyDay } from '../../../shared/domain/study/study-day'
import type { Rating } from '../../../shared/domain/study/rating'

/** A review of an answer. */
export interface PastReview {
  readonly rating: Rating
  /** The day of study, in days since 1970-01-01. */
  readonly day: number
  /** Days since the review before it; 0 for the first one and on the same day. */
  readonly daysSince: number
}

/** The reviews of each answer, in order. */
export type ReviewHistory = readonly (readonly PastReview[])[]

export function reviewHistory({ reviews, settings }: StudyState): ReviewHistory {
  const byQuestion = new Map<string, PastReview[]>()
  for (const { event } of reviews) {
    const history = byQuestion.get(event.question) ?? []
    const day = studyDay(event, settings.dayStartsAt)
    const daysSince = Math.max(0, day - (history.at(-1)?.day ?? day))
    byQuestion.set(event.question, [...history, { rating: event.rating, day, daysSince }])
  }
  return [...byQuestion.values()]
}

/** The days of all reviews that can be predicted – a day or more after another one – in order. */
export function predictableDays(history: ReviewHistory): number[] {
  return history
    .flatMap(reviews => reviews.filter(({ daysSince }) => daysSince > 0).map(({ day }) => day))
    .sort((a, b) => a - b)
}
