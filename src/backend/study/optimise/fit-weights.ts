import { setImmediate } from 'node:timers/promises'
import { clipParameters, default_w } from 'ts-fsrs'
import { predictReviews, sumOfLogLoss, type DayRange, type Prediction } from './predict-reviews'
import type { ReviewHistory } from './review-history'
import { solveLinear } from './solve-linear'

/** What the weights are fitted to. */
export interface FitBasis extends DayRange {
  readonly history: ReviewHistory
  readonly hasSameDaySteps: boolean
}

/**
 * How far weights may be expected to lie from the defaults: half of what the optimiser of fsrs-rs takes (`PARAMS_STDDEV`
 * in its src/training.rs), and for the first four, the stabilities after a first review, half of the default.
 */
const deviations: readonly number[] = [
  ...default_w.slice(0, 4).map(weight => weight / 2),
  ...[0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27].map(
    deviation => deviation / 2,
  ),
]

const mostSteps = 12
const leastImprovement = 1e-3

/**
 * The weights of FSRS that make the reviews and weights near the defaults most likely together (maximum a posteriori), by
 * Fisher scoring with numerical derivatives. With few reviews they stay close to the defaults. Others get a turn after each
 * pass over the reviews.
 */
export async function fitWeights(basis: FitBasis): Promise<number[]> {
  let weights: number[] = [...default_w]
  let best = penalisedLoss(weights, basis)
  for (let step = 0; step < mostSteps; step += 1) {
    const next = await improve(weights, best, basis)
    if (next === undefined) break
    weights = next.weights
    best = next.loss
  }
  return weights.map(weight => Number(weight.toFixed(4)))
}

/** One step, cut in half until it improves; undefined when nothing does any more. */
async function improve(
  weights: readonly number[],
  best: number,
  basis: FitBasis,
): Promise<{ weights: number[]; loss: number } | undefined> {
  const step = await scoringStep(weights, basis)
  for (let length = 1; length > 0.05; length /= 2) {
    const moved = weights.map((weight, index) => weight + length * (step[index] ?? 0))
    const clipped = clipParameters(moved, 0, basis.hasSameDaySteps)
    const loss = penalisedLoss(clipped, basis)
    await setImmediate()
    if (loss < best - leastImprovement) return { weights: clipped, loss }
  }
  return undefined
}

async function scoringStep(weights: readonly number[], basis: FitBasis): Promise<number[]> {
  const predictions = predict(weights, basis)
  const slopes: number[][] = []
  for (const index of weights.keys()) {
    slopes.push(slopesOf(index, weights, predictions, basis))
    await setImmediate()
  }
  const variances = predictions.map(({ recall }) => recall * (1 - recall))
  const information = slopes.map((row, index) =>
    slopes.map(
      (column, other) =>
        row.reduce((sum, slope, at) => sum + (slope * (column[at] ?? 0)) / (variances[at] ?? 1), 0) +
        (index === other ? precisionOf(index) : 0),
    ),
  )
  const score = slopes.map((row, index) => {
    const ofReviews = row.reduce((sum, slope, at) => {
      const { recall = 0, isRecalled = false } = predictions[at] ?? {}
      return sum + (slope * (Number(isRecalled) - recall)) / (variances[at] ?? 1)
    }, 0)
    return ofReviews - distanceOf(weights, index) * precisionOf(index)
  })
  return solveLinear(information, score)
}

/** How each expected recall changes with one of the weights. */
function slopesOf(
  index: number,
  weights: readonly number[],
  predictions: readonly Prediction[],
  basis: FitBasis,
): number[] {
  const weight = weights[index] ?? 0
  const change = 1e-4 * Math.max(0.1, Math.abs(weight))
  const changed = predict(weights.with(index, weight + change), basis)
  return changed.map(({ recall }, at) => (recall - (predictions[at]?.recall ?? recall)) / change)
}

function penalisedLoss(weights: readonly number[], basis: FitBasis): number {
  const penalty = weights.reduce(
    (sum, _, index) => sum + (distanceOf(weights, index) ** 2 * precisionOf(index)) / 2,
    0,
  )
  return sumOfLogLoss(predict(weights, basis)) + penalty
}

function predict(weights: readonly number[], { history, hasSameDaySteps, ...range }: FitBasis): Prediction[] {
  return predictReviews(history, weights, hasSameDaySteps, range)
}

function distanceOf(weights: readonly number[], index: number): number {
  return (weights[index] ?? 0) - (default_w[index] ?? 0)
}

function precisionOf(index: number): number {
  return 1 / (deviations[index] ?? 1) ** 2
}
