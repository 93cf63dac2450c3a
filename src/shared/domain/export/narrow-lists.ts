import type { QuestionList } from '../question-list'

/** Lists with only these questions, without what has none of them. Numbers stay. */
export function narrowLists(
  lists: readonly QuestionList[],
  isWanted: (questionId: string) => boolean,
): QuestionList[] {
  return lists
    .map(list => ({
      ...list,
      sections: list.sections
        .map(section => ({ ...section, questions: section.questions.filter(({ id }) => isWanted(id)) }))
        .filter(section => section.questions.length > 0),
    }))
    .filter(list => list.sections.length > 0)
}
