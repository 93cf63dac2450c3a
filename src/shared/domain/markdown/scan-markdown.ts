import { scanLinks, type ScannedLink } from './scan-links'

/** A heading outside of code. `line` is 0-based within the scanned text. */
export interface ScannedHeading {
  readonly level: number
  /** Inline Markdown of the heading. */
  readonly text: string
  readonly line: number
}

export interface ScannedMarkdown {
  readonly headings: readonly ScannedHeading[]
  readonly links: readonly ScannedLink[]
  /** Whether there is anything but white space. */
  readonly hasText: boolean
}

const fencePattern = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/
/** A formula that goes on after its first line. */
const formulaPattern = /^[\s>]*\$\$[^$]*$/
const blankPattern = /^[\s>]*$/
const itemPattern = /^[\s>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
/** A line that goes on with no block before it: an item, a heading, a row of a table, a definition. */
const blockStart = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|#{1,6}(?:[ \t]|$)|\||\[[^\]\n]{1,999}\]:)/
const headingPattern = /^ {0,3}(#{1,6})(?=[ \t]|$)/
const underlinePattern = /^ {0,3}(=+|-+)[ \t]*$/
/** A line that an underline makes a heading: no mark of another block in front. */
const paragraphPattern = /^ {0,3}(?![#>|]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|(?:[-*_][ \t]*){3,}$)\S/

/**
 * Finds headings and links in one pass over the lines, in time linear in the text's length.
 *
 * It is for indexes over thousands of notes: it knows fences, formulas, comments and code spans, but not every corner of
 * CommonMark. Where a text is rewritten, parse it instead.
 */
export function scanMarkdown(text: string): ScannedMarkdown {
  const headings: ScannedHeading[] = []
  const blocks = new Blocks()
  let offset = 0
  let previous = ''
  for (const [line, rawLine] of text.split('\n').entries()) {
    const content = rawLine.endsWith('\r') ? rawLine.slice(0, -1) : rawLine
    const isText = blocks.take(content, offset)
    if (isText) readHeading({ content, line, previous }, headings)
    previous = isText ? content : ''
    offset += rawLine.length + 1
  }
  const links = blocks.end().flatMap(({ start, end }) => scanLinks(text.slice(start, end), start))
  return { headings, links, hasText: /\S/.test(text) }
}

/** Lines that belong together, as UTF-16 offsets: what stands between brackets may go over a line's end. */
interface Block {
  readonly start: number
  end: number
}

/** Divides lines into blocks of text; what is not text is left out. */
class Blocks {
  readonly #blocks: Block[] = []
  #open: Block | undefined
  /** What ends the lines that are no text. */
  #closing: ((content: string) => boolean) | undefined
  #isInList = false

  /** Takes the next line, which begins at `offset`. Returns whether it is text. */
  take(content: string, offset: number): boolean {
    if (this.#closing !== undefined) {
      if (this.#closing(content)) this.#closing = undefined
      return false
    }
    this.#closing = closingOf(content)
    if (this.#closing !== undefined || this.#isIndentedCode(content)) {
      this.#open = undefined
      return false
    }
    const isBlank = blankPattern.test(content)
    if (isBlank || blockStart.test(content.slice(0, 1000))) this.#open = undefined
    if (!isBlank) this.#grow(offset, offset + content.length)
    return true
  }

  end(): readonly Block[] {
    return this.#blocks
  }

  #grow(start: number, end: number): void {
    if (this.#open === undefined) {
      this.#open = { start, end }
      this.#blocks.push(this.#open)
    }
    this.#open.end = end
  }

  #isIndentedCode(content: string): boolean {
    if (itemPattern.test(content.slice(0, 1000))) this.#isInList = true
    else if (/^\S/.test(content)) this.#isInList = false
    return this.#open === undefined && !this.#isInList && /^(?: {4}|\t)/.test(content)
  }
}

/** For a line that begins code, a formula or a comment of several lines: what ends it. */
function closingOf(content: string): ((content: string) => boolean) | undefined {
  const start = content.length > 1000 ? content.slice(0, 1000) : content
  const [, fence, info] = fencePattern.exec(start) ?? []
  if (fence !== undefined && !(fence.startsWith('`') && info?.includes('`'))) {
    return line => {
      const [, marks, rest] = fencePattern.exec(line.slice(0, 1000)) ?? []
      return marks?.startsWith(fence) === true && rest?.trim() === ''
    }
  }
  if (formulaPattern.test(start)) return line => blankPattern.test(line) || /\$\$\s*$/.test(line.slice(-1000))
  if (/^ {0,3}<!--/.test(start) && !content.includes('-->')) return line => line.includes('-->')
  return undefined
}

interface Line {
  readonly content: string
  readonly line: number
  readonly previous: string
}

function readHeading({ content, line, previous }: Line, headings: ScannedHeading[]): void {
  if (content.length >= 2000) return
  const heading = headingPattern.exec(content)
  const underline = underlinePattern.exec(content)
  if (heading?.[1] !== undefined) {
    const text = withoutClosingMarks(content.slice(heading[0].length))
    headings.push({ level: heading[1].length, text, line })
  } else if (underline?.[1] !== undefined && previous.length < 2000 && paragraphPattern.test(previous)) {
    headings.push({ level: underline[1].startsWith('=') ? 1 : 2, text: previous.trim(), line: line - 1 })
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
