import type {
  QuestionItem,
  QuestionListView,
  QuestionSection,
} from '../../../shared/contract/question-procedures'
import {
  narrowsNothing,
  passesFilter,
  type QuestionFilter,
} from '../../../shared/domain/study/question-filter'

/** A visible line of the tree. `level` is 1-based; `position` and `siblings` are among rows of one parent. */
export type TreeRow = {
  readonly key: string
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly parentKey: string | undefined
} & (
  | { readonly kind: 'list'; readonly list: QuestionListView; readonly isOpen: boolean }
  | {
      readonly kind: 'section'
      readonly list: QuestionListView
      readonly section: QuestionSection
      readonly answered: number
      readonly total: number
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'question'
      readonly item: QuestionItem
      readonly section: QuestionSection
      readonly list: QuestionListView
    }
)

export interface TreeFilter {
  readonly text: string
  readonly only: QuestionFilter
}

/** The rows to show: sections and questions that match, without what is folded; a filter unfolds all. */
export function treeRows(
  lists: readonly QuestionListView[],
  filter: TreeFilter,
  folded: ReadonlySet<string>,
): TreeRow[] {
  const isFiltered = filter.text.trim() !== '' || !narrowsNothing(filter.only)
  const shown = lists
    .map(list => ({ list, sections: matchingSections(list, filter) }))
    .filter(({ sections }) => sections.length > 0 || !isFiltered)
  const hasListRows = lists.length > 1
  const rows: TreeRow[] = []
  for (const [index, { list, sections }] of shown.entries()) {
    const listKey = `list ${list.id}`
    const isListOpen = isFiltered || !folded.has(listKey)
    if (hasListRows) {
      rows.push({
        kind: 'list',
        key: listKey,
        list,
        isOpen: isListOpen,
        level: 1,
        position: index + 1,
        siblings: shown.length,
        parentKey: undefined,
      })
      if (!isListOpen) continue
    }
    addSections(rows, sections, {
      isFiltered,
      folded,
      listKey: hasListRows ? listKey : undefined,
      list,
    })
  }
  return rows
}

interface SectionOptions {
  readonly isFiltered: boolean
  readonly folded: ReadonlySet<string>
  readonly listKey: string | undefined
  readonly list: QuestionListView
}

function addSections(rows: TreeRow[], sections: readonly MatchingSection[], options: SectionOptions): void {
  const level = options.listKey === undefined ? 1 : 2
  for (const [index, { section, questions }] of sections.entries()) {
    const key = sectionKey(options.list.id, section.number)
    const isOpen = options.isFiltered || !options.folded.has(key)
    const answered = section.questions.filter(item => item.status === 'answered').length
    rows.push({
      kind: 'section',
      list: options.list,
      key,
      section,
      answered,
      total: section.questions.length,
      isOpen,
      level,
      position: index + 1,
      siblings: sections.length,
      parentKey: options.listKey,
    })
    if (!isOpen) continue
    for (const [at, item] of questions.entries()) {
      rows.push({
        kind: 'question',
        key: item.id,
        item,
        section,
        list: options.list,
        level: level + 1,
        position: at + 1,
        siblings: questions.length,
        parentKey: key,
      })
    }
  }
}

/**
 * The index of the row with a key, from 0. A question that the filter leaves out is between two: half before the row that comes
 * next after it. The first row for all else.
 */
export function indexOfRow(
  rows: readonly TreeRow[],
  lists: readonly QuestionListView[],
  key: string | undefined,
): number {
  const index = rows.findIndex(row => row.key === key)
  if (index >= 0) return index
  const ids = lists
    .flatMap(({ sections }) => sections)
    .flatMap(({ questions }) => questions.map(({ id }) => id))
  const at = ids.indexOf(key ?? '')
  if (at < 0) return 0
  const earlier = new Set(ids.slice(0, at))
  let next = rows.findIndex(row => row.kind === 'question' && !earlier.has(row.key))
  if (next < 0) next = rows.length
  while (next > 0 && isHeadingBehind(rows[next - 1], ids[at])) next -= 1
  return next - 0.5
}

/** Whether a row names a list or section that a question is not in. */
function isHeadingBehind(row: TreeRow | undefined, id: string | undefined): boolean {
  if (row === undefined || row.kind === 'question') return false
  const sections = row.kind === 'section' ? [row.section] : row.list.sections
  return !sections.some(({ questions }) => questions.some(question => question.id === id))
}

/** Names a section among the folded ones. */
export function sectionKey(listId: string, sectionNumber: number): string {
  return `section ${listId} ${sectionNumber}`
}

interface MatchingSection {
  readonly section: QuestionSection
  readonly questions: readonly QuestionItem[]
}

function matchingSections(list: QuestionListView, { text, only }: TreeFilter): MatchingSection[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0 && narrowsNothing(only))
    return list.sections.map(section => ({ section, questions: section.questions }))
  return list.sections
    .map(section => ({
      section,
      questions: section.questions.filter(item => {
        if (!passesFilter(item, only)) return false
        const haystack =
          `${item.id} ${section.number}.${item.number} ${section.title} ${item.text}`.toLowerCase()
        return words.every(word => haystack.includes(word))
      }),
    }))
    .filter(({ questions }) => questions.length > 0)
}
