import type { ListChange } from './changes-between'

/**
 * The same changes, where those that only add or only take away stand elsewhere if they can and so touch no change of the
 * other side. A paragraph between two others is as well the blank line and it as it and the blank line.
 */
export function slideChanges(
  base: readonly string[],
  changes: readonly ListChange[],
  others: readonly ListChange[],
): ListChange[] {
  return changes.map((change, index) => {
    const room = { from: changes[index - 1]?.end ?? 0, to: changes[index + 1]?.start ?? base.length }
    if (!others.some(other => isTouching(change, other))) return change
    const places = [...placesAlong(base, change, room.from, -1), ...placesAlong(base, change, room.to, 1)]
    return places.find(place => !others.some(other => isTouching(place, other))) ?? change
  })
}

/** Whether two changes overlap, or have no line between them. */
export function isTouching(a: ListChange, b: ListChange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Where else a change may stand in one direction, nearest first, up to the line `limit`. */
function placesAlong(base: readonly string[], change: ListChange, limit: number, step: 1 | -1): ListChange[] {
  const places: ListChange[] = []
  let place: ListChange | undefined = change
  while (place !== undefined) {
    place = step < 0 ? above(base, place, limit) : below(base, place, limit)
    if (place !== undefined) places.push(place)
  }
  return places
}

function above(
  base: readonly string[],
  { start, end, items }: ListChange,
  limit: number,
): ListChange | undefined {
  const moved = base[start - 1]
  if (moved === undefined || start <= limit) return undefined
  if (items.length === 0)
    return moved === base[end - 1] ? { start: start - 1, end: end - 1, items } : undefined
  if (start !== end || items.at(-1) !== moved) return undefined
  return { start: start - 1, end: end - 1, items: [moved, ...items.slice(0, -1)] }
}

function below(
  base: readonly string[],
  { start, end, items }: ListChange,
  limit: number,
): ListChange | undefined {
  const moved = base[end]
  if (moved === undefined || end >= limit) return undefined
  if (items.length === 0) return moved === base[start] ? { start: start + 1, end: end + 1, items } : undefined
  if (start !== end || items[0] !== moved) return undefined
  return { start: start + 1, end: end + 1, items: [...items.slice(1), moved] }
}
