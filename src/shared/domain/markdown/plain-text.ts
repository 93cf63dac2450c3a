import { splitFrontMatter } from '../front-matter'

/**
 * Markdown as readable text, for indexes and snippets: words, code and formulas stay, marks of structure go.
 * Fast and approximate (it does not parse); line breaks stay where they are.
 */
export function plainText(markdown: string): string {
  return splitFrontMatter(markdown).body.split('\n').map(plainLineOf).join('\n').trim()
}

/** `plainText`, and the spans of it that stand in fenced code, in order, in UTF-16 units. */
export function plainTextWithCode(markdown: string): {
  readonly text: string
  readonly code: readonly (readonly [start: number, end: number])[]
} {
  const { body } = splitFrontMatter(markdown)
  if (!body.includes('```') && !body.includes('~~~')) return { text: plainText(markdown), code: [] }
  const lines = body.split('\n').map(line => ({ line, plain: plainLineOf(line) }))
  const whole = lines.map(({ plain }) => plain).join('\n')
  const code: [number, number][] = []
  // What stands before the text is trimmed.
  let offset = whole.trimStart().length - whole.length
  let fence = ''
  for (const { line, plain } of lines) {
    const [, marks, info = ''] = fencePattern.exec(line) ?? []
    if (marks === undefined || (fence === '' && marks.startsWith('`') && info.includes('`'))) {
      if (fence !== '' && plain !== '') code.push([offset, offset + plain.length])
    } else if (fence === '') fence = marks
    else if (marks.startsWith(fence) && info.trim() === '') fence = ''
    offset += plain.length + 1
  }
  return { text: whole.trim(), code }
}

/** A line of signs that may begin or end fenced code, also in a quote or at the beginning of a list item. */
const fencePattern = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/

function plainLineOf(line: string): string {
  return line.length > 20_000 ? line : plainLine(line)
}

function plainLine(line: string): string {
  let text = line
    .replace(/\r$/, '')
    .replace(/^[\s>]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+)?/, '')
  if (/^(?:`{3,}|~{3,}|[-=_*\s|:]{3,}$)/.test(text)) return ''
  if (text.includes(']')) {
    text = text
      .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
      .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
  }
  if (text.includes('^')) text = text.replace(/\s\^[A-Za-z0-9-]+$/, '')
  if (text.includes('<')) text = text.replace(/<\/?[a-z][^<>]{0,300}>|<!--|-->/gi, ' ')
  if (text.startsWith('|')) text = text.replace(/\|/g, ' ')
  if (!/[*_~=`]/.test(text)) return text.trim()
  return text
    .replace(/\*\*|__|~~|==|`/g, '')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=[\s.,;:!?]|$)/g, '$1')
    .trim()
}
