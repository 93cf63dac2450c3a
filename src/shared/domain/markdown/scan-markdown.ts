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

const longestLabel = 2000
const longestDestination = 4000
const fencePattern = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/
const headingPattern = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/
const definitionPattern = /^ {0,3}\[[^\]\n]{1,999}\]:[ \t]*(<[^<>\n]*>|\S+)/

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
    previous = fence === undefined ? content : ''
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
  if (heading?.[1] !== undefined)
    headings.push({ level: heading[1].length, text: heading[2]?.trim() ?? '', line })
  else if (/^ {0,3}=+\s*$/.test(content) && /^ {0,3}[^\s#>\-*+]/.test(previous)) {
    headings.push({ level: 1, text: previous.trim(), line: line - 1 })
  }
  if (!content.includes(']')) return
  const masked = content.includes('`') ? maskCodeSpans(content) : content
  for (const link of [...wikiLinks(masked), ...markdownLinks(masked)]) {
    links.push({ ...link, start: link.start + offset, end: link.end + offset })
  }
}

function maskCodeSpans(content: string): string {
  const runs = [...content.matchAll(/`+/g)]
  let masked = content
  for (let open = 0; open < runs.length; open += 1) {
    const run = runs[open]
    if (run === undefined) break
    const close = runs.findIndex((other, index) => index > open && other[0].length === run[0].length)
    const closing = runs[close]
    if (closing === undefined) continue
    const end = closing.index + closing[0].length
    masked = masked.slice(0, run.index) + ' '.repeat(end - run.index) + masked.slice(end)
    open = close
  }
  return masked
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
  for (let at = content.indexOf(']('); at >= 0; at = content.indexOf('](', at + 2)) {
    const open = openingBracket(content, at)
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

function openingBracket(content: string, close: number): number | undefined {
  let depth = 0
  for (let index = close; index >= Math.max(0, close - longestLabel); index -= 1) {
    if (content[index - 1] === '\\') continue
    if (content[index] === ']') depth += 1
    if (content[index] === '[' && --depth === 0) return index
  }
  return undefined
}
