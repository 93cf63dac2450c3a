import { clipParameters, default_w, fsrs, computeDecayFactor, type FSRS } from 'ts-fsrs'
import type { Rating } from '../rating'

/** How well an answer is remembered, as FSRS has it. */
export interface MemoryState {
  /** Days until recall has fallen to 90 %. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
}

/** FSRS on whole days and without cards, for looking ahead over many answers. Parameters as in ts-fsrs. */
export class MemoryModel {
  readonly #fsrs: FSRS
  readonly #decay: number
  readonly #factor: number

  constructor(weights: readonly number[] | null) {
    const w = clipParameters([...(weights ?? default_w)], 0, false)
    this.#fsrs = fsrs({ w, enable_short_term: false, enable_fuzz: false })
    const { decay, factor } = computeDecayFactor(w)
    this.#decay = decay
    this.#factor = factor
  }

  /** How likely recall is so many days after the last review, 0 to 1. */
  recall(days: number, stability: number): number {
    return Math.pow(1 + (this.#factor * Math.max(0, days)) / stability, this.#decay)
  }

  /** The memory after the first time. */
  first(rating: Rating): MemoryState {
    return this.#fsrs.next_state(null, 0, rating)
  }

  /** The memory after a review so many days (1 at least) after the last one. */
  next(state: MemoryState, days: number, rating: Rating): MemoryState {
    return this.#fsrs.next_state(state, Math.max(1, days), rating)
  }

  /** Days until recall has fallen to `retention` (0 to 1); whole, 1 at least. */
  interval(stability: number, retention: number): number {
    return Math.max(1, Math.round((stability / this.#factor) * (Math.pow(retention, 1 / this.#decay) - 1)))
  }
}
