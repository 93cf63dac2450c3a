/** A stretch of a source, small enough for a parser whose time grows faster than its input. */
export interface SourcePart {
  readonly source: string
  /** Characters before it. */
  readonly offset: number
  /** 1-based line it starts on. */
  readonly line: number
}

/** Splits `source` from `offset` on before each `# heading` that is in no fenced code. */
export function splitAtHeadings(source: string, offset: number): SourcePart[] {
  const starts = [{ offset, line: 1 + countLines(source.slice(0, offset)) }]
  let line = starts[0]?.line ?? 1
  let fence = ''
  for (const match of source.slice(offset).matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    const [, text = ''] = match
    if (fence === '' && /^#{1,6}(?:[ \t]|$)/.test(text)) starts.push({ offset: offset + match.index, line })
    fence = fenceAfter(text, fence)
    line += 1
  }
  return starts.map((start, index) => ({
    ...start,
    source: source.slice(start.offset, starts[index + 1]?.offset),
  }))
}

function countLines(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0
}

/** The fence open after a line. Only one outside lists counts: a heading ends a list and the code in it. */
function fenceAfter(line: string, fence: string): string {
  const [, marks = '', rest = ''] = /^ ?(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (fence === '') return marks.startsWith('`') && rest.includes('`') ? '' : marks
  return marks.startsWith(fence) && rest.trim() === '' ? '' : fence
}
