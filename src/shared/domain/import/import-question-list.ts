import { collectQuestions } from './collect-questions'
import { detectLanguage } from './detect-language'
import { titleHeadingOf, shapeOf } from './document-shape'
import { finishSections } from './finish-list'
import { readFrontMatter, unreadKeys } from './front-matter'
import type { ImportedQuestionList, ImportedSection, ImportWarning } from './imported-question-list'
import { joinBrokenLines } from './join-broken-lines'
import { type LeftOut, warningsFor } from './left-out'
import { ListBuilder } from './list-builder'
import { type Block, linesOf, textOf } from './outline'
import { isOwnFormat, readOwnFormat } from './read-own-format'
import type { ReadList } from './read-own-format'
import { readOutline } from './read-outline'
import { isLikeQuestion } from './recognise-question'
import { hasChapterNumber, plainHeading } from './section-title'
import { type SourceLine, splitLines } from './source-line'

const maxLineLength = 50_000
const maxOwnLength = 2_000_000

/**
 * Reads a question list from Markdown or plain text of whatever shape: list items, headings, bold
 * paragraphs, `Q:` and `A:`, `<details>`, tables, or Answerbook's own format. What becomes no part of the
 * list is in `warnings`. Never throws, and takes time in proportion to the length of `source`.
 */
export function importQuestionList(
  source: string,
  options: { readonly fileName: string },
): ImportedQuestionList {
  return readImport(source, options.fileName).list
}

/** Does the work of `importQuestionList` and tells exactly which lines were left out. */
export function readImport(
  source: string,
  fileName: string,
): { readonly list: ImportedQuestionList; readonly leftOut: readonly LeftOut[] } {
  const text = source.replace(/^\uFEFF/, '')
  const lines = splitLines(text)
  const header = readFrontMatter(text)
  const headerLines = lines.slice(0, countLines(text, header.length))
  const isOwn = isOwnFormat(header.id, lines) && text.length < maxOwnLength
  const { title, sections, leftOut } = isOwn
    ? readOwnFormat(text, fileName, lines.slice(headerLines.length))
    : readAnyFormat(header.title, fileName, lines.slice(headerLines.length))
  const { id, language, source: origin } = header
  const allLeftOut = [...unreadKeys(headerLines, header), ...leftOut]
  const warnings = toWarnings(sections, allLeftOut, text)
  return {
    list: { title, id, language: language ?? languageOf(sections), source: origin, sections, warnings },
    leftOut: allLeftOut,
  }
}

function readAnyFormat(
  headerTitle: string | undefined,
  fileName: string,
  lines: readonly SourceLine[],
): ReadList {
  const builder = new ListBuilder()
  const blocks = readOutline(joinBrokenLines(capLines(lines, builder)))
  const heading = titleHeadingOf(blocks)
  const firstLine = heading === undefined && headerTitle === undefined ? plainTitleOf(blocks) : undefined
  const headingTitle = plainHeading(textOfTitle(heading ?? firstLine)) || htmlTitleOf(blocks)
  const title = headerTitle ?? (headingTitle === '' ? prettyName(fileName) : headingTitle)
  collectQuestions(firstLine === undefined ? blocks : blocks.slice(1), shapeOf(blocks, heading), builder)
  const titleLine = heading !== undefined && headingTitle === title ? linesOf(heading).from : 0
  return { title, sections: finishSections(builder, title, titleLine), leftOut: builder.leftOut }
}

/** Very long lines are data, not text; they would take the rest of the day to read. */
function capLines(lines: readonly SourceLine[], builder: ListBuilder): SourceLine[] {
  return lines.map(line => {
    if (line.text.length <= maxLineLength) return line
    const words = line.text.slice(0, 80)
    builder.leftOut.push({ reason: 'long-lines', from: line.number, to: line.last, words })
    return { ...line, text: '' }
  })
}

function countLines(text: string, length: number): number {
  return text.slice(0, length).match(/\r\n?|\n/g)?.length ?? 0
}

/** The first line of plain text, when it reads as a title and not as a section's. */
function plainTitleOf(blocks: readonly Block[]): Block | undefined {
  const [first, second] = blocks
  if (first?.kind !== 'text' || first.lines.length > 1 || second === undefined || second.kind === 'item')
    return undefined
  const text = textOf(first)
  const isTitle = text.length <= 120 && !/[.?!。？！;；:：,，]$/.test(text) && !/^[([<!]/.test(text)
  return isTitle && !isLikeQuestion(text) && !hasChapterNumber(text) ? first : undefined
}

/** `<h1>` within a block of HTML at the top. */
function htmlTitleOf(blocks: readonly Block[]): string {
  const html = blocks
    .slice(0, 8)
    .filter(block => block.kind === 'html')
    .map(textOf)
    .join(' ')
  return plainHeading(/<h1\b[^>]*>(.*?)<\/h1>/i.exec(html.slice(0, 10_000))?.[1] ?? '')
}

function textOfTitle(block: Block | undefined): string {
  if (block === undefined) return ''
  return block.kind === 'heading' ? block.text : textOf(block)
}

function prettyName(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,10}$/, '')
  const words = stem.replace(/[-_\s]+/g, ' ').trim() || fileName
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function languageOf(sections: readonly ImportedSection[]): string | undefined {
  return detectLanguage(sections.flatMap(section => section.questions.map(question => question.text)))
}

function toWarnings(
  sections: readonly ImportedSection[],
  leftOut: readonly LeftOut[],
  text: string,
): ImportWarning[] {
  const lines = sections.flatMap(section => section.questions.map(question => question.line))
  if (lines.length === 0) {
    const isEmpty = text.trim() === ''
    const message = isEmpty ? 'The file is empty' : 'The file has no questions'
    return [{ line: 1, message, code: isEmpty ? 'empty-file' : 'no-questions', values: {} }]
  }
  const span = lines.reduce(
    (all, line) => ({ first: Math.min(all.first, line), last: Math.max(all.last, line) }),
    {
      first: Infinity,
      last: 0,
    },
  )
  return warningsFor(leftOut, span)
}
