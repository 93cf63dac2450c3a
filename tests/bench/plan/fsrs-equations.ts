import type { MemoryState } from '../../../src/shared/domain/study/plan/memory-model.ts'
import type { Rating } from '../../../src/shared/domain/study/rating.ts'

/**
 * FSRS-6 with any parameters, also those outside of the bounds of ts-fsrs, and without its rounding: the memory of a
 * simulated learner. The equations are those of the fsrs4anki wiki, "The Algorithm".
 */
export class FsrsEquations {
  readonly #w: readonly number[]
  readonly #factor: number

  constructor(weights: readonly number[]) {
    this.#w = weights
    this.#factor = Math.pow(0.9, -1 / this.#at(20)) - 1
  }

  /** How likely recall is so many days after the last review, 0 to 1. */
  recall(days: number, stability: number): number {
    return Math.pow(1 + (this.#factor * days) / stability, -this.#at(20))
  }

  first(rating: Rating): MemoryState {
    return { stability: Math.max(this.#at(rating - 1), 0.1), difficulty: this.#firstDifficulty(rating) }
  }

  /** @param recall how likely recall was before the review. */
  next({ stability, difficulty }: MemoryState, recall: number, rating: Rating): MemoryState {
    return {
      stability:
        rating === 1
          ? this.#forgotten(stability, difficulty, recall)
          : this.#recalled(stability, difficulty, recall, rating),
      difficulty: this.#nextDifficulty(difficulty, rating),
    }
  }

  #forgotten(stability: number, difficulty: number, recall: number): number {
    const grown = Math.pow(stability + 1, this.#at(13)) - 1
    const next =
      this.#at(11) * Math.pow(difficulty, -this.#at(12)) * grown * Math.exp((1 - recall) * this.#at(14))
    return Math.min(stability, Math.max(next, 0.001))
  }

  #recalled(stability: number, difficulty: number, recall: number, rating: Rating): number {
    const ofRating = rating === 2 ? this.#at(15) : rating === 4 ? this.#at(16) : 1
    const growth =
      Math.exp(this.#at(8)) *
      (11 - difficulty) *
      Math.pow(stability, -this.#at(9)) *
      (Math.exp((1 - recall) * this.#at(10)) - 1)
    return Math.max(0.001, stability * (1 + growth * ofRating))
  }

  #firstDifficulty(rating: Rating): number {
    return clamp(this.#at(4) - Math.exp((rating - 1) * this.#at(5)) + 1, 1, 10)
  }

  #nextDifficulty(difficulty: number, rating: Rating): number {
    const change = -this.#at(6) * (rating - 3)
    const easiest = this.#at(4) - Math.exp(3 * this.#at(5)) + 1
    const moved = difficulty + (change * (10 - difficulty)) / 9
    return clamp(this.#at(7) * easiest + (1 - this.#at(7)) * moved, 1, 10)
  }

  #at(index: number): number {
    return this.#w[index]!
  }
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
