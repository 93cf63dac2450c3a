import { type Finder, type FindQuery, replacementFor } from './compile-finder'

/** A line as it is and as it would be, and where in it something is replaced (UTF-16 units). */
export interface LineChange {
  readonly before: string
  readonly after: string
  readonly beforeRange: [start: number, end: number]
  readonly afterRange: [start: number, end: number]
}

export interface ReplacedText {
  readonly text: string
  readonly count: number
  readonly changes: readonly LineChange[]
}

const mostOfLine = 120

/**
 * Replaces every match in a text.
 *
 * @param mostChanges so many of the places are described.
 */
export function replaceInText(
  text: string,
  find: Finder,
  { replacement, isRegex }: Pick<FindQuery, 'isRegex'> & { readonly replacement: string },
  mostChanges: number,
): ReplacedText {
  const parts: string[] = []
  const changes: LineChange[] = []
  let [at, count] = [0, 0]
  for (const found of find(text)) {
    if (found.from < at) continue
    const next = replacementFor(found, replacement, { isRegex })
    if (next === text.slice(found.from, found.to)) continue
    parts.push(text.slice(at, found.from), next)
    at = found.to
    count += 1
    if (changes.length < mostChanges) changes.push(lineChange(text, found, next))
  }
  parts.push(text.slice(at))
  return { text: parts.join(''), count, changes }
}

function lineChange(text: string, { from, to }: { from: number; to: number }, next: string): LineChange {
  const lineStart = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - mostOfLine)
  const newline = text.indexOf('\n', to)
  const lineEnd = Math.min(newline < 0 ? text.length : newline, to + mostOfLine)
  const [lead, tail] = [text.slice(lineStart, from), text.slice(to, lineEnd).trimEnd()]
  return {
    before: lead + text.slice(from, to) + tail,
    after: lead + next + tail,
    beforeRange: [lead.length, lead.length + to - from],
    afterRange: [lead.length, lead.length + next.length],
  }
}
