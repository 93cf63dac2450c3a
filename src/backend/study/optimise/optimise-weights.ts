import { default_w } from 'ts-fsrs'
import type { Optimisation } from '../../../shared/contract/study-procedures'
import type { StudyState } from '../../../shared/domain/study/fold-study-log'
import { fitWeights } from './fit-weights'
import { logLoss, predictReviews } from './predict-reviews'
import { predictableDays, reviewHistory } from './review-history'

/** As Anki 24.04 had it, counted as there: after what says nothing of forgetting is left out. */
export const fewestReviews = 400
const shareToFit = 0.8

/**
 * Fits FSRS to the first four fifths of the reviews and tries it on the last one, which it has not seen; only what predicts
 * those better than the defaults is worth having. Reads only.
 */
export async function optimiseWeights(state: StudyState): Promise<Optimisation> {
  const history = reviewHistory(state)
  const days = predictableDays(history)
  const reviews = days.length
  const firstHeldOut = days[Math.floor(reviews * shareToFit)]
  const fitted = days.filter(day => day < (firstHeldOut ?? 0)).length
  if (reviews < fewestReviews || firstHeldOut === undefined || fitted === 0)
    return { outcome: 'tooFew', reviews, needed: fewestReviews }
  const { hasSameDaySteps } = state.settings
  const weights = await fitWeights({ history, hasSameDaySteps, from: -Infinity, before: firstHeldOut })
  const lossOf = (tried: readonly number[]): number =>
    logLoss(predictReviews(history, tried, hasSameDaySteps, { from: firstHeldOut, before: Infinity }))
  const [lossBefore, lossAfter] = [lossOf(default_w), lossOf(weights)]
  return {
    outcome: lossAfter < lossBefore ? 'better' : 'notBetter',
    reviews,
    heldOut: reviews - fitted,
    lossBefore,
    lossAfter,
    weights,
  }
}
