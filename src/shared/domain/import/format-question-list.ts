import { stringify } from 'yaml'
import { type QuestionId, isQuestionId, questionIdAt } from '../question-id'
import { escapeQuestionStart, escapeSectionTitle } from './question-text'
import { uniqueQuestionId } from './unique-question-id'

/** A question list to be written; an `ImportedQuestionList` with an id is one. */
export interface WritableQuestionList {
  readonly id: string
  readonly title: string
  readonly language?: string | undefined
  readonly source?: string | undefined
  readonly sections: readonly WritableSection[]
}

export interface WritableSection {
  readonly title: string
  readonly questions: readonly WritableQuestion[]
}

export interface WritableQuestion {
  readonly id?: string | undefined
  readonly text: string
  readonly hint?: string | undefined
  readonly body?: string | undefined
}

/**
 * Writes a question list in the format of product.md, every question with an id: its own where that is valid
 * and free, else one by its position. `takenIds` are ids that the notebook uses elsewhere.
 * `parseQuestionList` reads the same list back, but for surrounding and doubled-up line breaks.
 */
export function formatQuestionList(
  list: WritableQuestionList,
  takenIds: ReadonlySet<string> = new Set(),
): string {
  const ids = assignIds(list, takenIds)
  const sections = list.sections.map((section, sectionIndex) => {
    const items = section.questions.map((question, index) =>
      formatQuestion(
        question,
        `${index + 1}. `,
        ids[sectionIndex]?.[index] ?? questionIdAt(list.id, sectionIndex + 1, index + 1),
      ),
    )
    return [`## ${formatTitle(section.title, list.title)}`, ...(items.length === 0 ? [] : [items.join('')])]
      .map(part => part.trimEnd())
      .join('\n\n')
  })
  return [formatFrontMatter(list), ...sections].join('\n\n') + '\n'
}

function formatFrontMatter({ title, id, language, source }: WritableQuestionList): string {
  const values = { title: onOneLine(title), id, language, source }
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return `---\n${stringify(known, { lineWidth: 0 })}---`
}

/** Own ids first, so that no id by position takes one that a later question has. */
function assignIds(list: WritableQuestionList, takenIds: ReadonlySet<string>): (readonly QuestionId[])[] {
  const taken = new Set(takenIds)
  const own = list.sections.map(section => section.questions.map(({ id }) => takeOwnId(id, taken)))
  return own.map((ids, section) =>
    ids.map(
      (id, question) => id ?? uniqueQuestionId(questionIdAt(list.id, section + 1, question + 1), taken),
    ),
  )
}

function takeOwnId(id: string | undefined, taken: Set<string>): QuestionId | undefined {
  if (id === undefined || !isQuestionId(id) || taken.has(id)) return undefined
  taken.add(id)
  return id
}

/** A section's title as it follows `## `. */
export function formatTitle(title: string, listTitle: string): string {
  return escapeSectionTitle(onOneLine(title) || onOneLine(listTitle))
}

/** The lines of one item. @param marker of the list, with the space after it */
export function formatQuestion(
  { text, hint, body }: WritableQuestion,
  marker: string,
  id: QuestionId,
): string {
  const indentation = ' '.repeat(marker.length)
  const first = `${escapeQuestionStart(onOneLine(text))} ^${id}`.trim()
  const parts = [`${marker}${first}\n`]
  const hintLines = hint === undefined ? [] : trimBlankLines(hint).trim().split('\n')
  if (hintLines.join('') !== '') parts.push(indent(formatHint(hintLines), indentation))
  const bodyText = body === undefined ? '' : trimBlankLines(body)
  if (bodyText !== '') {
    const isList = /^[-*] \S/.test(bodyText) && !/^(?:[-*]\s*)+(?:\n|$)/.test(bodyText)
    parts.push(isList ? '' : '\n', indent(bodyText, indentation))
  }
  return parts.join('')
}

function formatHint(lines: readonly string[]): string {
  return lines
    .map((line, index) => (line === '' ? '>' : `> ${index === 0 ? 'Hint: ' : ''}${line}`))
    .join('\n')
}

function indent(text: string, indentation: string): string {
  return text
    .split('\n')
    .map(line => (line === '' ? '\n' : `${indentation}${line}\n`))
    .join('')
}

function trimBlankLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}
