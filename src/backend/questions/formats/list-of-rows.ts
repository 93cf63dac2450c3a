import { detectLanguage } from '../../../shared/domain/import/detect-language'
import type {
  ImportedQuestion,
  ImportedQuestionList,
  ImportWarning,
} from '../../../shared/domain/import/imported-question-list'
import { isQuestionId } from '../../../shared/domain/question-id'

/** A question as a table, a card or an outline gives it; empty where it says nothing. */
export interface QuestionRow {
  readonly id?: string | undefined
  readonly section?: string | undefined
  /** Markdown; the first line is the question, what follows belongs to it. */
  readonly question: string
  readonly hint?: string | undefined
  readonly body?: string | undefined
  readonly answer?: string | undefined
  /** 1-based line or row of the source. */
  readonly line: number
}

interface ListHead {
  readonly title: string
  readonly id?: string | undefined
  readonly warnings?: readonly ImportWarning[]
}

/** A list of rows, in their order; rows of one section are together, where the first of them stands. */
export function listOfRows(
  rows: readonly QuestionRow[],
  { title, id, warnings = [] }: ListHead,
): ImportedQuestionList {
  const sections = new Map<string, ImportedQuestion[]>()
  const empty: number[] = []
  for (const row of rows) {
    const question = toQuestion(row)
    if (question === undefined) {
      empty.push(row.line)
      continue
    }
    const section = onOneLine(row.section ?? '') || title
    sections.set(section, [...(sections.get(section) ?? []), question])
  }
  const questions = [...sections.values()].flat()
  return {
    title,
    id,
    language: detectLanguage(questions.map(({ text }) => text)),
    source: undefined,
    sections: [...sections].map(([name, items]) => ({ title: name, questions: items })),
    warnings: [
      ...warnings,
      ...(empty.length === 0
        ? []
        : [
            {
              line: empty[0] ?? 1,
              message: `${empty.length} ${empty.length === 1 ? 'row' : 'rows'} without a question left out`,
              code: 'rows-without-question' as const,
              values: { count: empty.length },
            },
          ]),
    ],
  }
}

/** A list's title by its file's name. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || name
}

function toQuestion({ id, question, hint, body, answer, line }: QuestionRow): ImportedQuestion | undefined {
  const [text = '', ...rest] = joinQuestion(question.trim().split(/\r\n?|\n/))
  if (text === '') return undefined
  const more = [rest.join('\n').trim(), (body ?? '').trim()].filter(part => part !== '').join('\n\n')
  return {
    // A number by itself only counts the rows.
    id: id !== undefined && isQuestionId(id) && !/^\d+$/.test(id) ? id : undefined,
    text,
    hint: orNone(hint),
    body: orNone(more),
    answer: orNone(answer),
    line,
  }
}

/** A question that goes on over lines until its question mark stands on one; else the lines are left as they are. */
function joinQuestion(lines: readonly string[]): string[] {
  const end = lines.findIndex(line => /[.?!:;。？！：；…]["'”’」』)）]*\s*$/u.test(line))
  const isQuestion = /[?？]["'”’」』)）]*\s*$/u.test(lines[end] ?? '')
  const parts = lines.slice(0, end + 1)
  if (!isQuestion || parts.some(line => /^\s*(?:$|[-*+>#|`~$]|\d+[.)]\s)/.test(line)))
    return [lines[0]?.trim() ?? '', ...lines.slice(1)]
  const isChinese = /[\p{Script=Han}]/u.test(parts.join(''))
  return [parts.map(line => line.trim()).join(isChinese ? '' : ' '), ...lines.slice(end + 1)]
}

function orNone(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
