import { fileTitle } from './file-title'
import { parseQuestionList, type OtherLists } from './parse-question-list'
import type { Question, QuestionList } from './question-list'
import { toListId } from './list-id'

/** A list's file: its name below `questions/`, and its text. */
export interface QuestionListFile {
  readonly name: string
  readonly text: string
}

/** A list of a notebook, and what it was read with. */
export interface ParsedQuestionList {
  readonly list: QuestionList
  readonly others: OtherLists
}

/**
 * Reads all lists of a notebook, so that no two have one id (but for its case) and no two questions either.
 * The first list has it; the others get one by their file's name, or by their questions' positions.
 */
export function parseQuestionLists(files: readonly QuestionListFile[]): ParsedQuestionList[] {
  const alone = files.map(({ text, name }) => parseQuestionList(text, name))
  const stored = new Set(
    alone.flatMap(list => questionsOf(list).flatMap(({ id, hasStoredId }) => (hasStoredId ? [id] : []))),
  )
  const owned = new Set<string>()
  const listIds = new Set<string>()
  return files.map(({ text, name }, index) => {
    const first = alone[index] as QuestionList
    const id = freeListId(first.id, name, listIds)
    const isFree = id === first.id && questionsOf(first).every(question => isOwn(question, owned, stored))
    const others = isFree ? {} : { listId: id, owned: new Set(owned), taken: stored }
    const list = isFree ? first : parseQuestionList(text, name, others)
    listIds.add(list.id.toLowerCase())
    for (const question of questionsOf(list)) owned.add(question.id)
    return { list, others }
  })
}

function isOwn(
  { id, hasStoredId }: Question,
  owned: ReadonlySet<string>,
  stored: ReadonlySet<string>,
): boolean {
  return !owned.has(id) && (hasStoredId || !stored.has(id))
}

function freeListId(id: string, fileName: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id.toLowerCase())) return id
  const byName = toListId(fileTitle(fileName))
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? byName : `${byName}-${count}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

function questionsOf(list: QuestionList): Question[] {
  return list.sections.flatMap(section => section.questions)
}
