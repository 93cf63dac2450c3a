import type { OpenNotebook } from '../notebook/open-notebook'

/**
 * Ids that questions have, or had as far as notes and the study log know: a new question with one of them would get the answers
 * and reviews of that one.
 */
export function takenQuestionIds(notebook: OpenNotebook): Set<string> {
  const taken = new Set<string>([...notebook.questions()].map(({ question }) => question.id))
  for (const { answers } of notebook.notes.all()) for (const id of answers) taken.add(id)
  for (const event of notebook.studyEvents) if ('question' in event) taken.add(event.question)
  return taken
}
