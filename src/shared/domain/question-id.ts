/** An Obsidian block id, unique in the notebook, for example `llm-03-04`; it never changes. */
export type QuestionId = string & { readonly __brand: 'QuestionId' }

const pattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,78}[A-Za-z0-9])?$/

/** Whether `value` has the form of a question id: 1 to 80 letters, digits and inner hyphens. */
export function isQuestionId(value: string): value is QuestionId {
  return pattern.test(value)
}

/** The id of the question at a position: list id, section and question as two digits or more. Numbers from 1. */
export function questionIdAt(listId: string, section: number, question: number): QuestionId {
  return `${listId}-${twoDigits(section)}-${twoDigits(question)}` as QuestionId
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
