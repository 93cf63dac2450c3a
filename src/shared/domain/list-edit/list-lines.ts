import { lineBreakOf, type ListLayout, type SectionSpan } from './list-layout'

/** Lines without `[start, end)`, and without one of two blank stretches that would meet there. */
export function cutLines(lines: readonly string[], start: number, end: number): string[] {
  const isAfterBlank = start === 0 || isBlank(lines[start - 1])
  let to = end
  while (isAfterBlank && to < lines.length && isBlank(lines[to])) to += 1
  const rest = lines.toSpliced(start, to - start)
  // What is last now ends as the file ended, and not with the blank lines that led to what is gone.
  while (to >= lines.length && rest.length > 0 && isBlank(rest.at(-1))) rest.pop()
  return to >= lines.length ? endingAs(rest, lines) : rest
}

/** Lines with others put in at `at`; the file keeps or lacks its last line break as before. */
export function putLines(lines: readonly string[], at: number, added: readonly string[]): string[] {
  if (added.length === 0) return [...lines]
  const lineBreak = lineBreakOf([...lines, ...added].join(''))
  const whole = (line: string): string => (/[\r\n]$/.test(line) ? line : `${line}${lineBreak}`)
  const all = [...lines.slice(0, at).map(whole), ...added.map(whole), ...lines.slice(at)]
  return at >= lines.length && lines.length > 0 ? endingAs(all, lines) : all
}

/** The list's text with the lines of items behind the item `after`, or before all items of the section. */
export function insertItems(
  layout: ListLayout,
  section: SectionSpan,
  after: string | undefined,
  itemLines: readonly string[],
): string {
  const { lines, text } = layout
  const lineBreak = lineBreakOf(text)
  const index = after === undefined ? -1 : section.items.findIndex(({ id }) => id === after)
  if (after !== undefined && index < 0) throw new RangeError(`no question ${after} in the section`)
  const previous = section.items[index]
  const next = section.items[index + 1]
  const gap = isLoose(lines, section) ? [lineBreak] : []
  if (previous !== undefined) {
    const isItemNext = next !== undefined && next.start === previous.end
    const isEnd = previous.end >= lines.length || isBlank(lines[previous.end])
    return putLines(lines, previous.end, [
      ...gap,
      ...itemLines,
      ...(isItemNext ? gap : isEnd ? [] : [lineBreak]),
    ]).join('')
  }
  if (next !== undefined) return putLines(lines, next.start, [...itemLines, ...gap]).join('')
  const isBlankNext = isBlank(lines[section.contentStart])
  const at = isBlankNext ? section.contentStart + 1 : section.contentStart
  const isEnd = at >= lines.length || isBlank(lines[at])
  return putLines(lines, at, [
    ...(isBlankNext ? [] : [lineBreak]),
    ...itemLines,
    ...(isEnd ? [] : [lineBreak]),
  ]).join('')
}

/** Whether blank lines part the items of a section. */
function isLoose(lines: readonly string[], { items }: SectionSpan): boolean {
  return items.some((item, index) => {
    const next = items[index + 1]
    return next !== undefined && next.start > item.end && isBlank(lines[item.end])
  })
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === ''
}

/** With a line break at the end if the lines `model` have one there. */
function endingAs(lines: readonly string[], model: readonly string[]): string[] {
  const hasBreak = /[\r\n]$/.test(model.at(-1) ?? '\n')
  const last = lines.at(-1)
  if (last === undefined || hasBreak === /[\r\n]$/.test(last)) return [...lines]
  const text = hasBreak ? `${last}${lineBreakOf(model.join(''))}` : last.replace(/[\r\n]+$/, '')
  return lines.with(-1, text)
}
