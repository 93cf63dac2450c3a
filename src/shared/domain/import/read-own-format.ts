import type { ImportedSection } from './imported-question-list'
import type { LeftOut, LeftOutReason } from './left-out'
import { readQuestionFile } from './read-question-file'
import type { SourceLine } from './source-line'

/** What a reader makes of a file, without the front matter. */
export interface ReadList {
  readonly title: string
  readonly sections: readonly ImportedSection[]
  readonly leftOut: readonly LeftOut[]
}

/** Whether the items of a list end in block ids, as Answerbook writes them. */
export function isOwnFormat(id: string | undefined, lines: readonly SourceLine[]): boolean {
  const items = lines.filter(line => /^(?:\d+[.)]|[-*+])\s/.test(line.text))
  const withId = items.filter(line => /\s\^[A-Za-z0-9-]+\s*$/.test(line.text))
  return withId.length > 0 && withId.length >= items.length * (id === undefined ? 0.8 : 0.5)
}

/** Reads Answerbook's own format exactly as a notebook's file is read. `lines` lack the front matter. */
export function readOwnFormat(text: string, fileName: string, lines: readonly SourceLine[]): ReadList {
  const file = readQuestionFile(text, fileName)
  const used = new Set<number>()
  const sections = file.sections.flatMap(({ title, line: headingLine, items }): ImportedSection[] => {
    const questions = items.flatMap(({ blockId, text: words, hint, body, line, lastLine }) => {
      const firstWords = words || (body?.split('\n')[0] ?? '')
      if (firstWords === '') return []
      for (let number = line; number <= lastLine; number += 1) used.add(number)
      return [{ id: blockId, text: firstWords, hint, body, answer: undefined, line }]
    })
    if (questions.length > 0) used.add(headingLine)
    return questions.length === 0 ? [] : [{ title, questions }]
  })
  return { title: file.title, sections, leftOut: leftOutLines(lines, used, file.title) }
}

function leftOutLines(lines: readonly SourceLine[], used: ReadonlySet<number>, title: string): LeftOut[] {
  return lines
    .filter(({ text, number }) => /[\p{L}\p{N}]/u.test(text) && !used.has(number) && text !== `# ${title}`)
    .map(({ text, number, last }) => ({
      reason: reasonFor(text),
      from: number,
      to: last,
      words: text.trim().slice(0, 200),
    }))
}

function reasonFor(text: string): LeftOutReason {
  if (/^ {0,3}#/.test(text)) return 'group-headings'
  return text.trimStart().startsWith('<!--') ? 'comments' : 'prose'
}
