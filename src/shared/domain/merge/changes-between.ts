import { diffArrays } from 'diff'

/** Items `start` to `end` of one list are `items` in another. */
export interface ListChange {
  readonly start: number
  readonly end: number
  readonly items: readonly string[]
}

/** What is further apart is compared no longer than a blink takes: it is one change. */
const mostEdits = 1500

/** The fewest changes that make `next` of `base`, in order; no two of them touch. */
export function changesBetween(base: readonly string[], next: readonly string[]): ListChange[] {
  const pieces = diffArrays([...base], [...next], { maxEditLength: mostEdits })
  if (pieces === undefined) return [{ start: 0, end: base.length, items: next }]
  const changes: { start: number; end: number; items: string[] }[] = []
  let at = 0
  for (const { added, removed, value, count } of pieces) {
    const last = changes.at(-1)
    const change = last?.end === at ? last : { start: at, end: at, items: [] }
    if (added || removed) {
      if (change !== last) changes.push(change)
      if (added) change.items.push(...value)
    }
    if (!added) at += count
    if (removed) change.end = at
  }
  return changes
}
