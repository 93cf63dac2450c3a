import type { MemoryModel } from '../../../src/shared/domain/study/plan/memory-model.ts'
import type { HeldAnswer, PlanDay } from '../../../src/shared/domain/study/plan/rising-target.ts'
import type { Learner } from './learner.ts'
import type { TrueMemory } from './true-memory.ts'

/** An answer that has been written. Strategies go by `memory`, what FSRS with its defaults makes of the grades. */
export interface SimulatedAnswer extends HeldAnswer {
  /** Its place in the list of questions. */
  readonly question: number
  readonly trueMemory: TrueMemory
}

/** What there is on the morning of a day. */
export interface Morning extends PlanDay {
  readonly minutesPerDay: number
  readonly model: MemoryModel
  /** In the order in which they were written. */
  readonly answers: readonly SimulatedAnswer[]
  /** In the order of the list. */
  readonly unwritten: readonly number[]
  /** For those that are clairvoyant, and for what the learner says of questions. */
  readonly learner: Learner
}

/** Something to do: write the answer to a question, or review one. */
export type Activity = { readonly write: number } | { readonly review: SimulatedAnswer }

/** What to do on a day, in order; as much of it is done as there are minutes for. */
export interface Strategy {
  readonly planDay: (morning: Morning) => Activity[]
  /** Whether what is left of a day's minutes is lost, and all that was planned is done however long it takes. */
  readonly isFixed?: boolean
}

/** Makes a strategy for one learner: some have a memory of their own. */
export type CreateStrategy = () => Strategy

/** Minutes, as everywhere in the simulation. */
export const pace = { write: 8, review: 1.5, lapse: 3 }

export const writing = (questions: readonly number[]): Activity[] => questions.map(write => ({ write }))

export const reviewing = (answers: readonly SimulatedAnswer[]): Activity[] =>
  answers.map(review => ({ review }))

/** Minutes that a review takes when recall is so likely. */
export const reviewMinutes = (recall: number): number => recall * pace.review + (1 - recall) * pace.lapse
