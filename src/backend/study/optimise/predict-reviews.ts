import { fsrs, type FSRSState } from 'ts-fsrs'
import type { ReviewHistory } from './review-history'

export interface Prediction {
  /** How likely recall was, 0 to 1. */
  readonly recall: number
  readonly isRecalled: boolean
}

/** Which reviews are predicted: those of days from `from` to before `before`. */
export interface DayRange {
  readonly from: number
  readonly before: number
}

/** No single review counts for more than this says. */
const leastChance = 1e-4

/**
 * What FSRS with these weights would have expected of each review that came a day or more after another one. All reviews
 * before it are known to it, also those that are out of the range.
 */
export function predictReviews(
  history: ReviewHistory,
  weights: readonly number[],
  hasSameDaySteps: boolean,
  { from, before }: DayRange,
): Prediction[] {
  const model = fsrs({ w: [...weights], enable_short_term: hasSameDaySteps, enable_fuzz: false })
  const predictions: Prediction[] = []
  for (const reviews of history) {
    let state: FSRSState | null = null
    for (const { rating, day, daysSince } of reviews) {
      if (day >= before) break
      if (state !== null && daysSince > 0 && day >= from) {
        const recall = model.forgetting_curve(daysSince, state.stability)
        predictions.push({ recall: clampChance(recall), isRecalled: rating > 1 })
      }
      state = model.next_state(state, daysSince, rating)
    }
  }
  return predictions
}

/** The mean log loss: less is better, .693 is a coin's. */
export function logLoss(predictions: readonly Prediction[]): number {
  return sumOfLogLoss(predictions) / predictions.length
}

export function sumOfLogLoss(predictions: readonly Prediction[]): number {
  return predictions.reduce(
    (sum, { recall, isRecalled }) => sum - Math.log(isRecalled ? recall : 1 - recall),
    0,
  )
}

function clampChance(chance: number): number {
  return Math.min(1 - leastChance, Math.max(leastChance, chance))
}
