import type { MemoryState } from '../../../src/shared/domain/study/plan/memory-model.ts'
import type { Rating } from '../../../src/shared/domain/study/rating.ts'
import { clamp } from './fsrs-equations.ts'
import { normalFrom, type Learner, type LearnerQuestion } from './learner.ts'

/** How well a learner really remembers an answer; what a strategy doesn't see unless it is clairvoyant. */
export interface TrueMemory {
  /** How likely recall is on a day, 0 to 1. */
  recall(day: number): number
  review(day: number, rating: Rating): void
  /** How likely recall is on day `days` when there is a review on `day` before. */
  recallAfterReview(day: number, days: number): number
}

/** The memory of an answer that is written on a day. */
export function createTrueMemory(learner: Learner, question: LearnerQuestion, day: number): TrueMemory {
  return learner.kind === 'actr'
    ? new ActivationMemory(question, day)
    : new StabilityMemory(learner, question, day)
}

/** FSRS with the learner's own parameters; what a review does to stability varies by 10 %. */
class StabilityMemory implements TrueMemory {
  readonly #learner: Learner
  #state: MemoryState
  #lastDay: number

  constructor(learner: Learner, question: LearnerQuestion, day: number) {
    const first = learner.equations.first(question.firstRating)
    this.#learner = learner
    this.#lastDay = day
    this.#state = {
      stability: first.stability * question.stabilityFactor,
      difficulty: clamp(first.difficulty + question.difficultyOffset, 1, 10),
    }
  }

  recall(day: number): number {
    return this.#learner.equations.recall(day - this.#lastDay, this.#state.stability)
  }

  review(day: number, rating: Rating): void {
    const next = this.#learner.equations.next(this.#state, this.recall(day), rating)
    const luck = Math.exp(0.1 * normalFrom(this.#learner.random))
    this.#state = { stability: next.stability * luck, difficulty: next.difficulty }
    this.#lastDay = day
  }

  recallAfterReview(day: number, days: number): number {
    const { equations } = this.#learner
    const recall = this.recall(day)
    const after = (rating: Rating): number =>
      equations.recall(days - day, equations.next(this.#state, recall, rating).stability)
    return recall * after(3) + (1 - recall) * after(1)
  }
}

const hoursPerDay = 24
const firstDecay = 0.25
const decayOfActivation = 0.3
const noise = 0.25

/**
 * ACT-R's activation with decays that grow with the activation at each presentation, as in Pavlik and Anderson, "Practice
 * and forgetting effects on vocabulary memory" (2005).
 */
class ActivationMemory implements TrueMemory {
  readonly #threshold: number
  readonly #presentations: { readonly day: number; readonly decay: number }[]

  constructor({ threshold }: LearnerQuestion, day: number) {
    this.#threshold = threshold
    this.#presentations = [{ day, decay: firstDecay }]
  }

  recall(day: number): number {
    return 1 / (1 + Math.exp((this.#threshold - this.#activation(day)) / noise))
  }

  review(day: number): void {
    const decay = firstDecay + decayOfActivation * Math.exp(this.#activation(day))
    this.#presentations.push({ day, decay: Math.min(0.9, decay) })
  }

  recallAfterReview(day: number, days: number): number {
    this.review(day)
    const recall = this.recall(days)
    this.#presentations.pop()
    return recall
  }

  #activation(day: number): number {
    const sum = this.#presentations.reduce(
      (total, { day: at, decay }) => total + Math.pow(Math.max(0.5, (day - at) * hoursPerDay), -decay),
      0,
    )
    return Math.log(sum)
  }
}
