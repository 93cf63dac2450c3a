import { fileNameFor } from '../file-names'
import { plainInline } from '../markdown/parse-markdown'
import type { Question } from '../question-list'
import type { PlannedNote } from './export-source'

/**
 * Whether the title of an answer stands nowhere above or in it: it is not its first heading, not what the question asks, and not the
 * name that answers get when they are made.
 */
export function isTitleUntold({ title, headings }: PlannedNote, { id, text }: Question): boolean {
  const [first] = headings
  if (first !== undefined && plainInline(first.text) === title) return false
  const words = plainInline(text)
  return !title.startsWith(id) && title !== words && !title.endsWith(fileNameFor(words, '', () => false))
}
