import { numbered, numberOf, withMarker } from './item-lines'
import type { ListLayout, SectionSpan } from './list-layout'

/**
 * The text of `after` with the numbers of its ordered items counting up, in each section in which they did so before the edit
 * or which is new. Sections whose numbers the author set otherwise stay as they are.
 */
export function renumberItems(before: ListLayout, after: ListLayout): string {
  const counted = new Map(
    before.sections.flatMap(section => idsOf(section).map(id => [id, section] as const)),
  )
  const lines = [...after.lines]
  for (const section of after.sections.toReversed()) {
    const origins = new Set(idsOf(section).flatMap(id => counted.get(id) ?? []))
    if (![...origins].every(origin => countsUp(before, origin))) continue
    const first = Math.min(...[...origins].map(origin => firstNumber(before, origin)))
    renumber(lines, section, Number.isFinite(first) ? first : 1)
  }
  return lines.join('')
}

function renumber(lines: string[], { items }: SectionSpan, first: number): void {
  const isOrdered = items.every(item => numberOf(lines[item.start] ?? '') !== undefined)
  if (!isOrdered) return
  for (const [index, { start, end }] of [...items.entries()].reverse()) {
    const line = lines[start] ?? ''
    if (numberOf(line) === first + index) continue
    lines.splice(start, end - start, ...withMarker(lines.slice(start, end), numbered(line, first + index)))
  }
}

function countsUp({ lines }: ListLayout, { items }: SectionSpan): boolean {
  const numbers = items.map(item => numberOf(lines[item.start] ?? ''))
  const [first] = numbers
  return first !== undefined && numbers.every((number, index) => number === first + index)
}

function firstNumber({ lines }: ListLayout, { items }: SectionSpan): number {
  return numberOf(lines[items[0]?.start ?? 0] ?? '') ?? 1
}

function idsOf({ items }: SectionSpan): string[] {
  return items.map(({ id }) => id)
}
