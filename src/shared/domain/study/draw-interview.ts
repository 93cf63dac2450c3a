import { createRandom } from './random'

export interface DrawableQuestion {
  readonly id: string
  /** 1 to 5, null where the user said nothing. */
  readonly confidence: number | null
  readonly isDue: boolean
  /** How likely recall is now, 0 to 1; null for what was never tried. */
  readonly retrievability: number | null
}

const unknownConfidence = 2.5
const unknownRetrievability = 0.5

/**
 * Draws `count` different questions at random, weak and due ones more often, in random order: by weighted sampling
 * without replacement (Efraimidis and Spirakis 2006, "Weighted random sampling with a reservoir", keys u^(1/w)).
 * The same seed draws the same questions.
 */
export function drawInterview(questions: readonly DrawableQuestion[], count: number, seed: number): string[] {
  const random = createRandom(seed)
  const keyed = questions.map(question => ({
    id: question.id,
    key: Math.log(Math.max(random(), Number.MIN_VALUE)) / weightOf(question),
  }))
  const drawn = keyed.sort((a, b) => b.key - a.key).slice(0, count)
  return drawn
    .map(({ id }) => ({ id, position: random() }))
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id)
}

/** From 1 for what is well known to 8 for what is not at all; what is due counts double. */
export function weightOf({ confidence, isDue, retrievability }: DrawableQuestion): number {
  const doubt = (5 - (confidence ?? unknownConfidence)) / 4
  const forgotten = 1 - (retrievability ?? unknownRetrievability)
  return (1 + 1.5 * doubt + 1.5 * forgotten) * (isDue ? 2 : 1)
}
