import { default_w } from 'ts-fsrs'
import { createRandom } from '../../../src/shared/domain/study/random.ts'
import type { Judgement } from '../../../src/shared/domain/study/study-event.ts'
import type { Rating } from '../../../src/shared/domain/study/rating.ts'
import { clamp, FsrsEquations } from './fsrs-equations.ts'

/**
 * Whose memory it is: FSRS with stabilities that grow fast, as on average or slowly; FSRS with a forgetting curve whose
 * power is a half (`pow5`); or that of ACT-R, which is no FSRS at all.
 */
export const learnerKinds = ['fast', 'average', 'slow', 'pow5', 'actr'] as const
export type LearnerKind = (typeof learnerKinds)[number]

export const questionCount = 200

/** A question as it is for one learner. */
export interface LearnerQuestion {
  /** How easy it is, in standard deviations. */
  readonly ease: number
  /** Its first stability is that of the learner times this. */
  readonly stabilityFactor: number
  readonly difficultyOffset: number
  /** Activation at which recall is even; for ACT-R. */
  readonly threshold: number
  /** How the learner grades it when it has just been written. */
  readonly firstRating: Rating
  /** How easy the learner thinks that it will be, with an error as large as the ease itself varies. */
  readonly judgedEase: Judgement
}

export interface Learner {
  readonly kind: LearnerKind
  readonly equations: FsrsEquations
  readonly questions: readonly LearnerQuestion[]
  /** Chance of reviews: from 0 to below 1. */
  readonly random: () => number
}

/** [factor of stabilities, what is added to the logarithm of their growth] */
const tempers: Readonly<Record<LearnerKind, readonly [number, number]>> = {
  fast: [2, 0.3],
  average: [1, 0],
  slow: [0.45, -0.3],
  pow5: [1, 0],
  actr: [1, 0],
}

/** A learner that the seed (an integer) decides; the same one in every cell and for every strategy. */
export function createLearner(kind: LearnerKind, seed: number, judgementError = 1): Learner {
  const random = createRandom(seed * 7919 + 13)
  const normal = (): number => normalFrom(random)
  const equations = new FsrsEquations(drawWeights(kind, normal))
  const threshold = -1.5 + 0.15 * normal()
  const judged = createRandom(seed * 15_485_863 + 3)
  const questions = Array.from({ length: questionCount }, (): LearnerQuestion => {
    const ease = normal()
    return {
      ease,
      stabilityFactor: Math.exp(0.35 * ease + 0.35 * normal()),
      difficultyOffset: -0.8 * ease + normal(),
      threshold: threshold - 0.12 * ease + 0.15 * normal(),
      firstRating: ease < -0.8 ? 2 : ease > 1.1 ? 4 : 3,
      judgedEase: judgementOf(ease + judgementError * normalFrom(judged)),
    }
  })
  return { kind, equations, questions, random: createRandom(seed * 104_729 + 7) }
}

/** A number of the standard normal distribution, by Box and Muller. */
export function normalFrom(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function drawWeights(kind: LearnerKind, normal: () => number): number[] {
  const w: number[] = [...default_w]
  const [temper, growth] = tempers[kind]
  const scale = temper * Math.exp(0.25 * normal())
  const change = (index: number, to: (weight: number) => number): void => {
    w[index] = to(w[index]!)
  }
  for (const index of [0, 1, 2, 3]) change(index, weight => weight * scale * Math.exp(0.1 * normal()))
  change(8, weight => weight + growth + 0.15 * normal())
  change(9, weight => weight * Math.exp(0.15 * normal()))
  change(10, weight => weight * Math.exp(0.2 * normal()))
  change(11, weight => weight * Math.exp(0.2 * normal()))
  change(20, weight =>
    kind === 'pow5' ? 0.5 * Math.exp(0.1 * normal()) : clamp(weight * Math.exp(0.25 * normal()), 0.08, 0.8),
  )
  return w
}

/** A third of all each, when the error has the size of the ease. */
function judgementOf(judged: number): Judgement {
  const third = 0.43 * Math.SQRT2
  if (judged < -third) return 1
  return judged > third ? 3 : 2
}
