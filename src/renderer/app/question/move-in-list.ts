import type { ListEditInput } from '../../../shared/contract/list-edit-procedures'
import type { QuestionListView } from '../../../shared/contract/question-procedures'

/** One place up (-1) or down (1), into the section beside it at the ends; undefined where there is none. */
export function questionStep(list: QuestionListView, id: string, by: -1 | 1): ListEditInput | undefined {
  const sectionAt = list.sections.findIndex(section => section.questions.some(item => item.id === id))
  const questions = list.sections[sectionAt]?.questions ?? []
  const index = questions.findIndex(item => item.id === id)
  const goal = index + by
  if (index >= 0 && goal >= 0 && goal < questions.length) {
    const after = by > 0 ? questions[goal]?.id : questions[goal - 1]?.id
    return { kind: 'move-question', id, place: { section: sectionAt + 1, after: after ?? null } }
  }
  const beside = list.sections[sectionAt + by]
  if (index < 0 || beside === undefined) return undefined
  const after = by > 0 ? null : (beside.questions.at(-1)?.id ?? null)
  return { kind: 'move-question', id, place: { section: sectionAt + 1 + by, after } }
}

/** One place up (-1) or down (1); undefined at the ends. */
export function sectionStep(list: QuestionListView, section: number, by: -1 | 1): ListEditInput | undefined {
  if (list.sections[section - 1 + by] === undefined) return undefined
  return { kind: 'move-section', section, after: by > 0 ? section + 1 : section - 2 }
}
