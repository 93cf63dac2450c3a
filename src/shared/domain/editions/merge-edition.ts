import { stringify } from 'yaml'
import { splitFrontMatter } from '../split-front-matter'
import { formatQuestionList, type WritableSection } from '../import/format-question-list'
import type { ImportedQuestionList } from '../import/imported-question-list'
import type { QuestionList } from '../question-list'

/** What a newer edition does to a list. */
export interface EditionMerge {
  readonly earlier: QuestionList
  /** The file of `earlier`. */
  readonly earlierText: string
  readonly newer: ImportedQuestionList
  /** Of questions of the newer edition, by their place among all of them, the id that they have in the earlier one. */
  readonly ids: ReadonlyMap<number, string>
  /** Whether a question that the newer edition lacks stays. */
  readonly isKept: (id: string) => boolean
  /** Ids that questions of other lists have, and ids that no question may get anew. */
  readonly taken: ReadonlySet<string>
}

/**
 * The list's file in the newer edition: its sections, order and words, with the ids of the earlier one. Questions that stay
 * though it lacks them are at the end of the section with the title of theirs, else of their own section at the end. The front
 * matter keeps its id and what else it says.
 */
export function mergeEdition({ earlier, earlierText, newer, ids, isKept, taken }: EditionMerge): string {
  const used = new Set(ids.values())
  const earlierIds = new Set<string>(questionsOf(earlier).map(({ id }) => id))
  let index = -1
  const sections: WritableSection[] = newer.sections.map(section => ({
    title: section.title,
    questions: section.questions.map(question => {
      index += 1
      const own = question.id !== undefined && earlierIds.has(question.id) ? undefined : question.id
      return { ...question, id: ids.get(index) ?? own }
    }),
  }))
  const kept = new Set<string>()
  for (const { title, questions } of earlier.sections) {
    const staying = questions.filter(({ id }) => !used.has(id) && isKept(id))
    for (const { id } of staying) kept.add(id)
    const at = sections.findIndex(section => section.title === title)
    const target = sections[at]
    if (staying.length === 0) continue
    if (target === undefined) sections.push({ title, questions: staying })
    else sections[at] = { ...target, questions: [...target.questions, ...staying] }
  }
  const retired = [...earlierIds].filter(id => !used.has(id) && !kept.has(id))
  const list = { ...newer, id: earlier.id, sections }
  const text = formatQuestionList(list, new Set([...taken, ...retired]))
  return withFrontMatterOf(earlierText, text, newer)
}

function questionsOf({ sections }: QuestionList) {
  return sections.flatMap(section => section.questions)
}

/** The front matter of the earlier edition, with the title, language and source of the newer one where each stands on one line. */
function withFrontMatterOf(earlierText: string, text: string, newer: ImportedQuestionList): string {
  const { bom, block } = splitFrontMatter(earlierText)
  if (block === '') return text
  const { title, language, source } = newer
  let kept = block
  for (const [key, value] of Object.entries({ title, language, source })) {
    if (value === undefined) continue
    const line = stringify({ [key]: value }, { lineWidth: 0 }).trimEnd()
    if (!line.includes('\n')) kept = kept.replace(new RegExp(`^${key}:[ \\t]+\\S.*$`, 'm'), () => line)
  }
  return bom + kept.replace(/\r\n?/g, '\n') + splitFrontMatter(text).body
}
