import type { OtherLists } from '../parse-question-list'
import { storeQuestionIds } from '../store-question-ids'
import { plainList } from './edited-list'
import type { QuestionWording } from './list-edit'
import { readListLayout } from './list-layout'

/** A list's file as it is read. */
export interface ListFile {
  readonly text: string
  readonly name: string
  readonly others: OtherLists
}

/** A question as it leaves its list: its lines, and what they say. */
export interface TakenQuestion {
  readonly id: string
  readonly lines: readonly string[]
  readonly wording: QuestionWording
}

/** A question of a list with the lines that it has there. @throws RangeError when there is none. */
export function takenQuestion({ text, name, others }: ListFile, id: string): TakenQuestion {
  const stored = storeQuestionIds(text, name, others).replace(/^\uFEFF/, '')
  const { list, lines, sections } = readListLayout(stored, name, others)
  const item = sections.flatMap(section => section.items).find(each => each.id === id)
  const question = plainList(list)
    .sections.flatMap(section => section.questions)
    .find(each => each.id === id)
  if (item === undefined || question === undefined) throw new RangeError(`no question ${id}`)
  const { text: words, hint, body } = question
  return { id, lines: lines.slice(item.start, item.end), wording: { text: words, hint, body } }
}

/** What other lists have, but for one question, which moves from one of them. */
export function othersWithout({ owned, taken, ...rest }: OtherLists, id: string): OtherLists {
  const without = (ids: ReadonlySet<string> = new Set()): Set<string> =>
    new Set([...ids].filter(each => each !== id))
  return { ...rest, owned: without(owned), taken: without(taken) }
}
