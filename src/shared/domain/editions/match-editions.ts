import { comparableText, createLikeness, type Likeness } from './likeness'
import { coverageOf, tellingWords } from './telling-words'

/** From here on, and as far above the next best, a pair is one question without asking. Figures: docs/decisions/018. */
export const sureLikeness = 0.5
/** How far a sure pair is above the next best of either side. */
export const sureMargin = 0.1
/** Of the words that tell what the two are about, this share of the longer one has a counterpart in a sure pair; of the shorter all. */
export const sureCoverage = 0.6
/** Below it nobody would take two questions for one. */
export const unsureLikeness = 0.34
/** Below it two questions with one id are asked about all the same. */
export const leastLikenessOfSameId = 0.2

/** A question of either edition; ids only where the file says them. */
export interface EditionQuestion {
  readonly id: string | undefined
  readonly text: string
}

/** Indexes of the earlier and the newer edition. */
export interface EditionPair {
  readonly earlier: number
  readonly newer: number
  /** 0 to 1. */
  readonly likeness: number
}

export interface EditionMatch {
  readonly sure: readonly EditionPair[]
  /** To be asked about; each question is in one of them at most. */
  readonly unsure: readonly EditionPair[]
}

/** Finds the questions of an earlier edition in a newer one: by id, by equal words, then by likeness. */
export function matchEditions(
  earlier: readonly EditionQuestion[],
  newer: readonly EditionQuestion[],
): EditionMatch {
  const likeness = createLikeness([...earlier, ...newer].map(({ text }) => text))
  const matching = new Matching(likeness, earlier.length, newer.length)
  matchIds(matching, earlier, newer)
  matchEqual(matching, earlier, newer)
  matchAlike(matching, pair => isSurely(earlier[pair.earlier], newer[pair.newer]))
  return { sure: matching.sure, unsure: matching.unsure }
}

class Matching {
  readonly sure: EditionPair[] = []
  readonly unsure: EditionPair[] = []
  readonly earlier: Set<number>
  readonly newer: Set<number>
  readonly #likeness: Likeness
  readonly #offset: number

  constructor(likeness: Likeness, earlierCount: number, newerCount: number) {
    this.#likeness = likeness
    this.#offset = earlierCount
    this.earlier = new Set(Array(earlierCount).keys())
    this.newer = new Set(Array(newerCount).keys())
  }

  take(earlier: number, newer: number, isSure: boolean): void {
    const pair = { earlier, newer, likeness: this.likeness(earlier, newer) }
    ;(isSure ? this.sure : this.unsure).push(pair)
    this.earlier.delete(earlier)
    this.newer.delete(newer)
  }

  likeness(earlier: number, newer: number): number {
    return this.#likeness.between(earlier, newer + this.#offset)
  }

  /** The pairs that are left with their likeness, the most alike first. */
  candidates(): EditionPair[] {
    return [...this.newer]
      .flatMap(newer =>
        this.#likeness
          .nearest(newer + this.#offset, this.earlier, 6)
          .map(({ index, likeness }) => ({ earlier: index, newer, likeness })),
      )
      .sort((a, b) => b.likeness - a.likeness || a.newer - b.newer || a.earlier - b.earlier)
  }
}

function matchIds(
  matching: Matching,
  earlier: readonly EditionQuestion[],
  newer: readonly EditionQuestion[],
): void {
  const byId = new Map(earlier.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])))
  for (const [index, { id }] of newer.entries()) {
    const same = id === undefined ? undefined : byId.get(id)
    if (same === undefined || !matching.earlier.has(same)) continue
    matching.take(same, index, matching.likeness(same, index) >= leastLikenessOfSameId)
  }
}

function matchEqual(
  matching: Matching,
  earlier: readonly EditionQuestion[],
  newer: readonly EditionQuestion[],
): void {
  const byText = new Map<string, number[]>()
  for (const index of matching.earlier) {
    const text = comparableText(earlier[index]?.text ?? '')
    byText.set(text, [...(byText.get(text) ?? []), index])
  }
  for (const index of [...matching.newer]) {
    const text = comparableText(newer[index]?.text ?? '')
    const same = text === '' ? undefined : byText.get(text)?.shift()
    if (same !== undefined) matching.take(same, index, true)
  }
}

function isSurely(earlier: EditionQuestion | undefined, newer: EditionQuestion | undefined): boolean {
  const { larger, smaller } = coverageOf(tellingWords(earlier?.text ?? ''), tellingWords(newer?.text ?? ''))
  return larger === 1 && smaller >= sureCoverage
}

function matchAlike(matching: Matching, isSure: (pair: EditionPair) => boolean): void {
  const candidates = matching.candidates()
  const rivals = new Map<string, number[]>()
  for (const { earlier, newer, likeness } of candidates)
    for (const key of [`e${earlier}`, `n${newer}`]) rivals.set(key, [...(rivals.get(key) ?? []), likeness])
  for (const pair of candidates) {
    const { earlier, newer, likeness } = pair
    if (likeness < unsureLikeness) return
    if (!matching.earlier.has(earlier) || !matching.newer.has(newer)) continue
    const next = Math.max(rivals.get(`e${earlier}`)?.[1] ?? 0, rivals.get(`n${newer}`)?.[1] ?? 0)
    const isAlike = likeness >= sureLikeness && likeness - next >= sureMargin
    matching.take(earlier, newer, isAlike && isSure(pair))
  }
}
