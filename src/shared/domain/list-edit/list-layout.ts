import { readQuestionFile, type QuestionFileHeading } from '../import/read-question-file'
import { parseQuestionList, type OtherLists } from '../parse-question-list'
import type { QuestionList } from '../question-list'

/** A list's file by its lines: what an edit cuts out and puts in. Line indexes are from 0, ends are exclusive. */
export interface ListLayout {
  readonly text: string
  /** With their line breaks. */
  readonly lines: readonly string[]
  readonly sections: readonly SectionSpan[]
  readonly headings: readonly QuestionFileHeading[]
  readonly list: QuestionList
}

export interface SectionSpan {
  /** Undefined for questions before the first heading. */
  readonly heading: QuestionFileHeading | undefined
  readonly start: number
  /** The line after the heading. */
  readonly contentStart: number
  /** The line of the next heading. */
  readonly end: number
  readonly items: readonly ItemSpan[]
}

export interface ItemSpan {
  readonly id: string
  readonly start: number
  readonly end: number
  /** The characters of its text, without the id; undefined where there is only code, say. */
  readonly textSpan: { readonly start: number; readonly end: number } | undefined
}

/** @param text without a byte order mark */
export function readListLayout(text: string, fileName: string, others: OtherLists): ListLayout {
  const file = readQuestionFile(text, fileName)
  const list = parseQuestionList(text, fileName, others)
  const lines = linesOf(text)
  const { headings } = file
  const sections = file.sections.map(({ line, items }, index): SectionSpan => {
    const heading = headings.find(candidate => candidate.line === line)
    const spans = items.map((item, at): ItemSpan => ({
      id: list.sections[index]?.questions[at]?.id ?? '',
      start: item.line - 1,
      end: item.lastLine,
      textSpan:
        item.textStart === undefined || item.idSpan === undefined
          ? undefined
          : { start: item.textStart, end: item.idSpan.start },
    }))
    const start = heading === undefined ? (spans[0]?.start ?? 0) : heading.line - 1
    const next = headings.find(candidate => candidate.line - 1 > start)
    return {
      heading,
      start,
      contentStart: heading?.lastLine ?? start,
      end: next === undefined ? lines.length : next.line - 1,
      items: spans,
    }
  })
  return { text, lines, sections, headings, list }
}

/** The lines of a text with their line breaks; no line follows the last break. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? []
}

/** How the text ends its lines: as its first one. */
export function lineBreakOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n'
}
