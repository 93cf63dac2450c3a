import { formatQuestion, formatTitle } from '../import/format-question-list'
import { escapeQuestionStart, escapeSectionTitle } from '../import/question-text'
import type { OtherLists } from '../parse-question-list'
import type { QuestionId } from '../question-id'
import { storeQuestionIds } from '../store-question-ids'
import { editedList, plainList, saysTheSame, type SectionsEdit } from './edited-list'
import { numbered, numberOf, withMarker } from './item-lines'
import {
  lineBreakOf,
  linesOf,
  readListLayout,
  type ItemSpan,
  type ListLayout,
  type SectionSpan,
} from './list-layout'
import { cutLines, insertItems, putLines } from './list-lines'
import type { ListEdit, QuestionPlace, QuestionWording } from './list-edit'
import { renumberItems } from './renumber-items'
import { retitleList } from './retitle-list'

/**
 * The list's file after an edit. Only the lines of what is edited change, and the numbers of the items behind it where they
 * counted up before; items without a stored id get it first. What was written is read again and must say what the edit
 * means.
 *
 * @throws RangeError when the file has no such section or question, or is written in a way that the edit can't be made in.
 */
export function editQuestionList(
  source: string,
  fileName: string,
  edit: ListEdit,
  others: OtherLists = {},
): string {
  const stored = storeQuestionIds(source, fileName, others)
  const bom = stored.startsWith('\uFEFF') ? '\uFEFF' : ''
  const before = readListLayout(stored.slice(bom.length), fileName, others)
  const read = (text: string): ListLayout => readListLayout(text, fileName, others)
  if (edit.kind === 'change-list') return bom + retitleList(before, edit.title, read)
  const edited = applyEdit(before, edit, read)
  const after = renumberItems(before, read(edited))
  const expected = editedList(plainList(before.list), edit)
  const layout = read(after)
  const isKept = edit.kind !== 'add-section' || layout.sections.length === before.sections.length + 1
  if (!isKept || !saysTheSame(plainList(layout.list), expected))
    throw new RangeError(`a list that can not be changed safely: ${edit.kind}`)
  return bom + after
}

function applyEdit(layout: ListLayout, edit: SectionsEdit, read: (text: string) => ListLayout): string {
  switch (edit.kind) {
    case 'add-question':
      return addQuestion(layout, edit.place, edit.id, edit.wording)
    case 'insert-question':
      return insertQuestion(layout, edit)
    case 'change-question':
      return changeQuestion(layout, edit.id, edit.wording)
    case 'move-question':
      return moveQuestion(layout, edit.id, edit.place, read)
    case 'merge-questions':
      return changeQuestion(read(removeQuestion(layout, edit.id)), edit.into, edit.wording)
    case 'remove-question':
      return removeQuestion(layout, edit.id)
    case 'add-section':
      return addSection(layout, edit.after, edit.title)
    case 'change-section':
      return changeSection(layout, edit.section, edit.title)
    case 'move-section':
      return moveSection(layout, edit.section, edit.after)
    case 'merge-sections':
      return mergeSections(layout, edit.section, edit.into)
    case 'remove-section': {
      const { start, end } = sectionOf(layout, edit.section)
      return cutLines(layout.lines, start, end).join('')
    }
  }
}

function addQuestion(layout: ListLayout, place: QuestionPlace, id: string, wording: QuestionWording): string {
  const section = sectionOf(layout, place.section)
  const marker = markerFor(layout, section, place.after)
  const text = formatQuestion(wording, marker, id as QuestionId)
  return insertItems(layout, section, place.after, linesOf(withBreaks(layout, text)))
}

function insertQuestion(
  layout: ListLayout,
  { lines, place }: Extract<ListEdit, { kind: 'insert-question' }>,
): string {
  const section = sectionOf(layout, place.section)
  const own = linesOf(withBreaks(layout, lines.join('').replace(/\r\n?/g, '\n')))
  return insertItems(layout, section, place.after, withMarker(own, markerFor(layout, section, place.after)))
}

function changeQuestion(layout: ListLayout, id: string, wording: QuestionWording): string {
  const { text: all, lines, list } = layout
  const { item } = itemOf(layout, id)
  const old = list.sections.flatMap(section => section.questions).find(question => question.id === id)
  const isTextOnly = old?.hint === wording.hint && old?.body === wording.body
  if (isTextOnly && item.textSpan !== undefined) {
    const text = escapeQuestionStart(onOneLine(wording.text))
    return all.slice(0, item.textSpan.start) + text + all.slice(item.textSpan.end)
  }
  const marker = numbered(lines[item.start] ?? '', numberOf(lines[item.start] ?? '') ?? 1)
  const written = linesOf(withBreaks(layout, formatQuestion(wording, marker, id as QuestionId)))
  return putLines(cutExactly(lines, item.start, item.end), item.start, written).join('')
}

function moveQuestion(
  layout: ListLayout,
  id: string,
  place: QuestionPlace,
  read: (text: string) => ListLayout,
): string {
  if (place.after === id) throw new RangeError(`${id} after itself`)
  const { item } = itemOf(layout, id)
  const lines = layout.lines.slice(item.start, item.end)
  const without = read(removeQuestion(layout, id))
  // A section that is empty now may be no section any more where it has deeper ones below it.
  if (without.sections.length !== layout.sections.length) throw new RangeError(`the only question: ${id}`)
  const section = sectionOf(without, place.section)
  return insertItems(
    without,
    section,
    place.after,
    withMarker(lines, markerFor(without, section, place.after)),
  )
}

function removeQuestion(layout: ListLayout, id: string): string {
  const { item } = itemOf(layout, id)
  return cutLines(layout.lines, item.start, item.end).join('')
}

function addSection(layout: ListLayout, after: number, title: string): string {
  const { sections, lines, headings } = layout
  const before = after === 0 ? undefined : sectionOf(layout, after)
  const at = before?.end ?? sections[0]?.start ?? lines.length
  const next = headings.find(heading => heading.line - 1 >= at)
  const own = before?.heading?.depth ?? sections[0]?.heading?.depth ?? 2
  const depth = Math.max(2, own, before === undefined ? 0 : (next?.depth ?? 0))
  const heading = `${'#'.repeat(depth)} ${formatTitle(title, title)}\n`
  return insertBlock(layout, at, linesOf(withBreaks(layout, heading))).join('')
}

function changeSection(layout: ListLayout, number: number, title: string): string {
  const { heading, start, contentStart } = sectionOf(layout, number)
  const { text, lines } = layout
  if (heading === undefined) throw new RangeError(`a section without a heading: ${number}`)
  const span = heading.titleSpan
  const written = escapeSectionTitle(onOneLine(title))
  if (span !== undefined) return text.slice(0, span.start) + written + text.slice(span.end)
  const line = withBreaks(layout, `${'#'.repeat(heading.depth)} ${written}\n`)
  return putLines(cutExactly(lines, start, contentStart), start, [line]).join('')
}

function moveSection(layout: ListLayout, number: number, after: number): string {
  const { start, end } = sectionOf(layout, number)
  const block = layout.lines.slice(start, end)
  const goal = after === 0 ? (layout.sections[0]?.start ?? 0) : sectionOf(layout, after).end
  if (goal >= start && goal <= end) return layout.text
  const without = { ...layout, lines: cutLines(layout.lines, start, end) }
  const removed = layout.lines.length - without.lines.length
  return insertBlock(without, goal > start ? goal - removed : goal, trimmedBlock(block)).join('')
}

function mergeSections(layout: ListLayout, number: number, into: number): string {
  const { start, contentStart, end, heading } = sectionOf(layout, number)
  const target = sectionOf(layout, into)
  if (number === into || heading === undefined) throw new RangeError(`no two sections: ${number} and ${into}`)
  if (target.end === start) return cutLines(layout.lines, start, contentStart).join('')
  const block = trimmedBlock(layout.lines.slice(contentStart, end))
  const without = { ...layout, lines: cutLines(layout.lines, start, end) }
  const removed = layout.lines.length - without.lines.length
  return insertBlock(without, target.end > start ? target.end - removed : target.end, block).join('')
}

/** Puts a block between others, a blank line on either side of it. */
function insertBlock({ lines, text }: ListLayout, at: number, block: readonly string[]): string[] {
  const lineBreak = lineBreakOf(text)
  const isBlankBefore = at === 0 || (lines[at - 1] ?? '').trim() === ''
  const isBlankAfter = at >= lines.length || (lines[at] ?? '').trim() === ''
  const parts = [...(isBlankBefore ? [] : [lineBreak]), ...block, ...(isBlankAfter ? [] : [lineBreak])]
  return putLines(lines, at, parts)
}

function trimmedBlock(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => line.trim() !== '')
  const last = lines.findLastIndex(line => line.trim() !== '')
  return first < 0 ? [] : lines.slice(first, last + 1)
}

function cutExactly(lines: readonly string[], start: number, end: number): string[] {
  return lines.toSpliced(start, end - start)
}

/** The marker for an item behind `after`: like that of its neighbour, with the next number. */
function markerFor(layout: ListLayout, section: SectionSpan, after: string | undefined): string {
  const { lines } = layout
  const index = section.items.findIndex(item => item.id === after)
  const previous = section.items[index]
  const model = previous ?? section.items[0] ?? layout.sections.flatMap(({ items }) => items)[0]
  const line = model === undefined ? '1. ' : (lines[model.start] ?? '')
  const number = numberOf(line) ?? 1
  const isNew = previous === undefined && section.items.length === 0
  return numbered(line, previous === undefined ? (isNew ? 1 : number) : number + 1)
}

function sectionOf({ sections }: ListLayout, number: number): SectionSpan {
  const section = sections[number - 1]
  if (section === undefined) throw new RangeError(`no section ${number}`)
  return section
}

function itemOf({ sections }: ListLayout, id: string): { readonly item: ItemSpan } {
  const item = sections.flatMap(({ items }) => items).find(candidate => candidate.id === id)
  if (item === undefined) throw new RangeError(`no question ${id}`)
  return { item }
}

function withBreaks({ text: source }: ListLayout, text: string): string {
  return text.replace(/\n/g, lineBreakOf(source))
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}
