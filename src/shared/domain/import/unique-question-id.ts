import type { QuestionId } from '../question-id'

/** `wanted` itself, or with the first of `-2`, `-3`, … that `taken` lacks. The result is added to `taken`. */
export function uniqueQuestionId(wanted: QuestionId, taken: Set<string>): QuestionId {
  let id: string = wanted
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`
  taken.add(id)
  return id as QuestionId
}
