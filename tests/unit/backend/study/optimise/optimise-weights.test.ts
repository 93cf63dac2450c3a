import { default_w } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { fewestReviews, optimiseWeights } from '../../../../../src/backend/study/optimise/optimise-weights'
import { predictReviews } from '../../../../../src/backend/study/optimise/predict-reviews'
import { predictableDays, reviewHistory } from '../../../../../src/backend/study/optimise/review-history'
import { foldStudyLog } from '../../../../../src/shared/domain/study/fold-study-log'
import { dayMs } from '../../../../../src/shared/domain/study/study-day'
import type { StudyEvent } from '../../../../../src/shared/domain/study/study-event'
import { createLearner, type LearnerKind } from '../../../../bench/plan/learner'
import { simulateLog } from '../../../../bench/plan/simulate-log'

const cell = { days: 120, minutesPerDay: 20 }
const stateOf = (log: readonly StudyEvent[]) => foldStudyLog(log, Infinity)
const logOf = (kind: LearnerKind, seed: number) => simulateLog(createLearner(kind, seed), cell)
const optimise = (kind: LearnerKind, seed: number) => optimiseWeights(stateOf(logOf(kind, seed)))

describe('fitting the scheduling to the own reviews', () => {
  it('asks for enough reviews that came a day or more after another one', async () => {
    const log = logOf('slow', 1).slice(0, 300)
    const predictable = predictableDays(reviewHistory(stateOf(log))).length
    expect(predictable).toBeLessThan(300)
    expect(await optimiseWeights(stateOf(log))).toEqual({
      outcome: 'tooFew',
      reviews: predictable,
      needed: fewestReviews,
    })
  })

  it('calls better what predicts the held-out reviews better, and only that', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(seed => optimise('slow', seed)))
    for (const each of outcomes) {
      if (each.outcome === 'tooFew') throw new Error(`only ${each.reviews} reviews`)
      expect(each.outcome).toBe(each.lossAfter < each.lossBefore ? 'better' : 'notBetter')
      expect(each.heldOut / each.reviews).toBeCloseTo(0.2, 1)
    }
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['better', 'notBetter']))
  })

  it('comes to the same for the same log', async () => {
    expect(await optimise('fast', 3)).toEqual(await optimise('fast', 3))
  })

  it('looks at nothing that is held out while it fits', async () => {
    const log = logOf('slow', 4)
    const days = predictableDays(reviewHistory(stateOf(log)))
    const firstHeldOut = days[Math.floor(days.length * 0.8)]!
    const worse = log.map(event =>
      event.type === 'review' && event.at >= firstHeldOut * dayMs ? { ...event, rating: 1 as const } : event,
    )
    const [before, after] = [await optimiseWeights(stateOf(log)), await optimiseWeights(stateOf(worse))]
    expect(after).toMatchObject({ weights: (before as { weights: number[] }).weights })
    expect(after).not.toEqual(before)
  })
})

it('predicts what the scheduler expected', () => {
  const state = stateOf(logOf('average', 2))
  const predicted = predictReviews(reviewHistory(state), default_w, false, {
    from: -Infinity,
    before: Infinity,
  })
  const expected = state.reviews.flatMap(({ expected: recall }) => (recall === undefined ? [] : [recall]))
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
  const [mine, theirs] = [sorted(predicted.map(({ recall }) => recall)), sorted(expected)]
  expect(mine.length).toBe(theirs.length)
  for (const [at, recall] of mine.entries()) expect(recall).toBeCloseTo(theirs[at]!, 4)
})
