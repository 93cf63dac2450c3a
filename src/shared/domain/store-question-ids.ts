import { readQuestionFile } from './import/read-question-file'
import { parseQuestionList, type OtherLists } from './parse-question-list'

/**
 * The list's file with a block id at the end of every item that has none, the ids being those that
 * `parseQuestionList` gives. An id that an earlier item or list has already is replaced. No other byte changes, and
 * doing it again changes nothing. An item without any text (only code, say) cannot hold an id.
 */
export function storeQuestionIds(source: string, fileName: string, others: OtherLists = {}): string {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const text = source.slice(start)
  const items = readQuestionFile(text, fileName).sections.flatMap(section => section.items)
  const questions = parseQuestionList(text, fileName, others).sections.flatMap(section => section.questions)
  let stored = source.slice(0, start)
  let from = 0
  for (const [index, { idSpan }] of items.entries()) {
    const question = questions[index]
    if (idSpan === undefined || question === undefined || question.hasStoredId) continue
    stored += `${text.slice(from, idSpan.start)} ^${question.id}`
    from = idSpan.end
  }
  return stored + text.slice(from)
}
