import type { DetailsBlock } from './outline'
import type { Container, Reading } from './outline-reading'
import type { SourceLine } from './source-line'

const opening = /<details\b[^>]*>/gi
const closing = /<\/details\s*>/gi

/** For each line that starts with `<details>`, the line where that element ends. Unclosed ones are left out. */
export function matchDetails(lines: readonly SourceLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const [index, { text }] of lines.entries()) {
    if (!text.includes('<') || !/details/i.test(text)) continue
    for (let count = text.match(opening)?.length ?? 0; count > 0; count -= 1) open.push(index)
    for (let count = text.match(closing)?.length ?? 0; count > 0; count -= 1) {
      const start = open.pop()
      if (start !== undefined && /^\s*(?:<\w+>\s*)?<details\b/i.test(lines[start]?.text ?? ''))
        ends.set(start, index)
    }
  }
  return ends
}

/** Reads the `<details>` element at `index`. */
export function readDetails(
  { lines, readNested, detailsEnds }: Container,
  index: number,
  hasGap: boolean,
): Reading {
  const next = (detailsEnds.get(index) ?? index) + 1
  const own = lines.slice(index, next)
  const content = withoutTags(own)
  const end = content.findIndex(line => /<\/summary\s*>/i.test(line.text))
  const head = content.slice(0, end + 1).map(line => line.text)
  const [, html = ''] = /<summary\b[^>]*>([^]*?)<\/summary/i.exec(head.join('\n')) ?? []
  const [first, rest] = splitSummary(html)
  const after = content.slice(end, end + 1).map(line => ({ ...line, text: afterSummary(line.text) }))
  const block: DetailsBlock = {
    kind: 'details',
    summary: first,
    summaryRest: rest,
    inner: readNested([...(end < 0 ? [] : after), ...content.slice(end + 1)]),
    lines: own,
    hasGap,
  }
  return { blocks: [block], next }
}

function withoutTags(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line, index) => {
    const start = index === 0 ? line.text.replace(/^\s*(?:<\w+>\s*)?<details\b[^>]*>/i, '') : line.text
    return {
      ...line,
      text: index === lines.length - 1 ? start.replace(/<\/details\s*>(?:<\/\w+>|\s)*$/i, '') : start,
    }
  })
}

/** `<br><b>` and the like after a summary only lay the page out. */
function afterSummary(text: string): string {
  return text.replace(/^.*<\/summary\s*>/i, '').replace(/^(?:\s*<(?:br|b|p)\s*\/?>|\s*<\/\w+>)+/i, '')
}

function splitSummary(text: string): [string, string] {
  const lines = text.trim().split('\n')
  const end = lines.findIndex(
    (line, index) => index > 0 && (line.trim() === '' || /^\s*(?:[-*`]|\d+\.)/.test(line)),
  )
  const first = (end < 0 ? lines : lines.slice(0, end)).map(line => line.trim()).join(' ')
  return [stripTags(first), end < 0 ? '' : lines.slice(end).join('\n').trim()]
}

function stripTags(text: string): string {
  return text
    .replace(/<\/?(?:b|strong|i|em|br|p|h\d|u|font|span)\b[^>]*>/gi, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
