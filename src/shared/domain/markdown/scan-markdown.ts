/** A heading outside of code. `line` is 0-based within the scanned text. */
export interface ScannedHeading {
  readonly level: number
  /** Inline Markdown of the heading. */
  readonly text: string
  readonly line: number
}

/** A link or an image outside of code; `start` and `end` are UTF-16 offsets in the scanned text. */
export interface ScannedLink {
  readonly kind: 'wiki' | 'markdown'
  readonly isEmbed: boolean
  /** For `wiki` what stands between the brackets, for `markdown` the destination as it is written. */
  readonly target: string
  readonly start: number
  readonly end: number
}

export interface ScannedMarkdown {
  readonly headings: readonly ScannedHeading[]
  readonly links: readonly ScannedLink[]
  /** Whether there is anything but white space. */
  readonly hasText: boolean
}

const longestDestination = 4000
const fencePattern = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/
const headingPattern = /^ {0,3}(#{1,6})(?=[ \t]|$)/
const underlinePattern = /^ {0,3}(=+|-+)[ \t]*$/
/** A line that an underline makes a heading: no mark of another block in front. */
const paragraphPattern = /^ {0,3}(?![#>|]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|(?:[-*_][ \t]*){3,}$)\S/
const definitionPattern = /^ {0,3}\[(?!\^)[^\]\n]{1,999}\]:[ \t]*(<[^<>\n]*>|\S+)/

/**
 * Finds headings and links in one pass over the lines, in time linear in the text's length.
 *
 * It is for indexes over thousands of notes: it knows fences and code spans, but not every corner of CommonMark.
 * Where a text is rewritten, parse it instead.
 */
export function scanMarkdown(text: string): ScannedMarkdown {
  const headings: ScannedHeading[] = []
  const links: ScannedLink[] = []
  let fence: string | undefined
  let offset = 0
  let previous = ''
  for (const [line, rawLine] of text.split('\n').entries()) {
    const content = rawLine.endsWith('\r') ? rawLine.slice(0, -1) : rawLine
    const marker = fencePattern.exec(content.length > 1000 ? content.slice(0, 1000) : content)
    if (fence !== undefined) {
      if (marker?.[1]?.startsWith(fence) && marker[2]?.trim() === '') fence = undefined
    } else if (marker?.[1] !== undefined && !(marker[1].startsWith('`') && marker[2]?.includes('`'))) {
      fence = marker[1]
    } else {
      readLine({ content, line, offset, previous }, headings, links)
    }
    previous = fence === undefined && marker === null ? content : ''
    offset += rawLine.length + 1
  }
  return { headings, links, hasText: /\S/.test(text) }
}

interface Line {
  readonly content: string
  readonly line: number
  readonly offset: number
  readonly previous: string
}

function readLine(
  { content, line, offset, previous }: Line,
  headings: ScannedHeading[],
  links: ScannedLink[],
): void {
  const heading = content.length < 2000 ? headingPattern.exec(content) : null
  const underline = content.length < 2000 ? underlinePattern.exec(content) : null
  if (heading?.[1] !== undefined)
    headings.push({
      level: heading[1].length,
      text: withoutClosingMarks(content.slice(heading[0].length)),
      line,
    })
  else if (underline?.[1] !== undefined && previous.length < 2000 && paragraphPattern.test(previous)) {
    headings.push({ level: underline[1].startsWith('=') ? 1 : 2, text: previous.trim(), line: line - 1 })
  }
  if (!content.includes(']')) return
  const masked = content.includes('`') ? maskCodeSpans(content) : content
  for (const link of [...wikiLinks(masked), ...markdownLinks(masked)]) {
    links.push({ ...link, start: link.start + offset, end: link.end + offset })
  }
}

/** `text ##` without the marks at its end, which only close the heading. */
function withoutClosingMarks(text: string): string {
  const trimmed = text.trim()
  let end = trimmed.length
  while (trimmed[end - 1] === '#') end -= 1
  const closes = end === 0 || /[ \t]/.test(trimmed[end - 1] ?? '')
  return closes ? trimmed.slice(0, end).trimEnd() : trimmed
}

/** Puts spaces in the place of code spans; a run of backticks ends at the next one of its length. */
function maskCodeSpans(content: string): string {
  const runs = [...content.matchAll(/`+/g)]
  const next = nextOfSameLength(runs.map(run => run[0].length))
  let masked = ''
  let at = 0
  for (let open = 0; open < runs.length; open += 1) {
    const close = next[open]
    const [opening, closing] = [runs[open], close === undefined ? undefined : runs[close]]
    if (opening === undefined || closing === undefined || close === undefined) continue
    const end = closing.index + closing[0].length
    masked += content.slice(at, opening.index) + ' '.repeat(end - opening.index)
    at = end
    open = close
  }
  return masked + content.slice(at)
}

function nextOfSameLength(lengths: readonly number[]): (number | undefined)[] {
  const next = new Array<number | undefined>(lengths.length)
  const latest = new Map<number, number>()
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0
    next[index] = latest.get(length)
    latest.set(length, index)
  }
  return next
}

function wikiLinks(content: string): ScannedLink[] {
  return [...content.matchAll(/(!?)\[\[([^[\]]+)\]\]/g)].map(match => ({
    kind: 'wiki',
    isEmbed: match[1] === '!',
    target: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function markdownLinks(content: string): ScannedLink[] {
  const links: ScannedLink[] = []
  const openings = openingBrackets(content)
  for (let at = content.indexOf(']('); at >= 0; at = content.indexOf('](', at + 2)) {
    const open = openings.get(at)
    const destination = /^\(\s*(<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*){0,9})/.exec(
      content.slice(at + 1, at + 1 + longestDestination),
    )
    if (open === undefined || destination?.[1] === undefined) continue
    const isEmbed = content[open - 1] === '!'
    links.push({
      kind: 'markdown',
      isEmbed,
      target: destination[1].replace(/^<|>$/g, ''),
      start: isEmbed ? open - 1 : open,
      end: at + 1 + destination[0].length,
    })
  }
  const definition = definitionPattern.exec(content)
  if (definition?.[1] !== undefined) {
    const target = definition[1].replace(/^<|>$/g, '')
    links.push({ kind: 'markdown', isEmbed: false, target, start: 0, end: definition[0].length })
  }
  return links
}

/** For each `](` the place of the bracket that it closes. */
function openingBrackets(content: string): ReadonlyMap<number, number> {
  const openings = new Map<number, number>()
  const open: number[] = []
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index]
    if (character === '\\') index += 1
    else if (character === '[') open.push(index)
    else if (character === ']') {
      const start = open.pop()
      if (start !== undefined && content[index + 1] === '(') openings.set(index, start)
    }
  }
  return openings
}
