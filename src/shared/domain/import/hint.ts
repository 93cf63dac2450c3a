import type { QuestionDraft } from './list-builder'
import type { Block } from './outline'

const hintStart =
  /^(?:\*\*|__|[*_]|<[^<>]+>)?\s*(?:hints?|提示)\s*(?:\*\*|__|[*_])?\s*[:：](?:\*\*|__|[*_])?[ \t]*/i

/** Makes a paragraph or quotation that starts with "Hint:" the question's hint. Says whether it did. */
export function takeHint(block: Block, question: QuestionDraft | undefined): boolean {
  const text = block.lines.map(line => line.text.replace(/^\s*> ?/, '')).join('\n')
  if (question === undefined || question.hint !== undefined || !hintStart.test(text)) return false
  const hint = text.replace(hintStart, '').trim()
  if (hint === '') return false
  question.hint = hint
  return true
}
