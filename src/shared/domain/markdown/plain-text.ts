import { splitFrontMatter } from '../split-front-matter'

/**
 * Markdown as readable text, for indexes and snippets: words, code, formulas and what HTML tags say of pictures stay, marks
 * of structure go. Fast and approximate (it does not parse); line breaks stay where they are.
 */
export function plainText(markdown: string): string {
  return plainTextWithCode(markdown).text
}

/** `plainText`, and the spans of it that stand in fenced code, in order, in UTF-16 units. */
export function plainTextWithCode(markdown: string): {
  readonly text: string
  readonly code: readonly (readonly [start: number, end: number])[]
} {
  const lines = splitFrontMatter(markdown).body.split('\n')
  const code: [start: number, end: number][] = []
  const fences = markdown.includes('```') || markdown.includes('~~~') ? new FenceReader() : undefined
  let offset = 0
  for (const [at, line] of lines.entries()) {
    const kind = fences?.read(line) ?? 'text'
    const text = kind === 'text' ? plainLine(line) : kind === 'code' ? (fences?.codeOf(line) ?? '') : ''
    if (kind === 'code' && text !== '') code.push([offset, offset + text.length])
    offset += text.length + 1
    lines[at] = text
  }
  const whole = lines.join('\n')
  const text = whole.trim()
  if (code.length === 0 || text === whole) return { text, code }
  const before = whole.length - whole.trimStart().length
  return { text, code: code.map(([start, end]) => [start - before, end - before]) }
}

/** A line of signs that may begin or end fenced code, also in a quote or at the beginning of a list item. */
const fencePattern = /^([\s>]*)(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/

/** Tells lines of fenced code from others, and both from the lines that begin and end it. */
class FenceReader {
  /** What began the code that is being read. */
  #fence = ''
  #isInQuote = false

  read(line: string): 'text' | 'code' | 'fence' {
    const mayBeFence = line.includes('```') || line.includes('~~~')
    const [, before = '', marks, info = ''] = (mayBeFence ? fencePattern.exec(line) : null) ?? []
    if (marks === undefined || (this.#fence === '' && marks.startsWith('`') && info.includes('`'))) {
      return this.#fence === '' ? 'text' : 'code'
    }
    if (this.#fence === '') {
      this.#fence = marks
      this.#isInQuote = before.includes('>')
    } else if (marks.startsWith(this.#fence) && info.trim() === '') this.#fence = ''
    return 'fence'
  }

  codeOf(line: string): string {
    return (this.#isInQuote ? line.replace(/^[\s>]+/, '') : line).trim()
  }
}

/** Longer lines are data, not text. */
const longestLine = 20_000

function plainLine(line: string): string {
  if (line === '' || line.length > longestLine) return line
  if (hasNoMarks.test(line)) return line.trim()
  const text = line
    .replace(/\r$/, '')
    .replace(/^[\s>]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+)?/, '')
  if (hasNoMarks.test(text)) return text.trim()
  if (/^(?:`{3,}|~{3,}|[-=_*\s|:]{3,}$)/.test(text)) return ''
  if (!/[`\\$]/.test(text)) return plainSpan(text).trim()
  const literals: string[] = []
  const shielded = text.replace(literal, (source, escaped?: string, _marks?: string, code?: string) => {
    return `${shield}${literals.push(escaped ?? code ?? source) - 1}${shield}`
  })
  return plainSpan(shielded)
    .replace(shielding, (mark, index: string) => literals[Number(index)] ?? mark)
    .trim()
}

/** Begins with a letter, and has no sign that may be a mark: most lines are so, and are done soon. */
const hasNoMarks = /^[A-Za-z\u4e00-\u9fff][^`\\$\]^<&*_~=\r]*$/

/** An escaped sign, code, or a formula: what stands there is no mark. */
const literal = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)(.+?)(?<!`)\2(?!`)|\$(?![\s$])[^$]*[^\s$]\$(?!\d)/g

/** Stands around the number of a literal while marks are taken out of the text around it. A character of no script. */
const shield = '\uE000'
const shielding = /\uE000(\d+)\uE000/g

/** Text of one line, without code in it. */
function plainSpan(span: string): string {
  let text = span
  if (text.includes(']')) {
    text = text
      .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
      .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
  }
  if (text.startsWith('[!')) text = text.replace(/^\[![\w-]+\][+-]?\s*/, '')
  if (text.includes('^')) text = text.replace(/\s\^[A-Za-z0-9-]+$/, '')
  if (text.includes('<')) text = text.replace(autolink, '$1').replace(tag, wordsOfTag)
  if (text.includes('&')) text = text.replace(entity, (_entity, name: string) => entities[name] ?? '')
  if (text.startsWith('|')) text = text.replace(/\|/g, ' ')
  if (!/[*_~=`]/.test(text)) return text
  text = text.replace(/\*\*|__|~~|==|`/g, '')
  if (!/[*_]/.test(text)) return text
  return text.replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=[\s.,;:!?]|$)/g, '$1')
}

/** Those that people and programs write most. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}
const entity = /&(amp|lt|gt|quot|nbsp|#39);/g

const autolink = /<([a-z][a-z\d+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>/gi
const tag = /<\/?[a-z][^<>\s]{0,60}(?:\s[^<>]{0,1000})?>|<!--|-->/gi
const attribute = /\s(?:alt|title|caption|label|aria-label|summary|placeholder)=(?:"([^"]*)"|'([^']*)')/gi

/** What a tag says to its reader; most say nothing. */
function wordsOfTag(source: string): string {
  if (!source.includes('=')) return ' '
  const words = Array.from(source.matchAll(attribute), ([, double, single]) => double ?? single ?? '')
  return ` ${words.join(' ')} `
}
