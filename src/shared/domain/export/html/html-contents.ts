import { type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan } from '../export-source'
import { escapeHtml } from './html-page'

export interface ContentsOptions {
  readonly plan: ExportPlan
  /** Whether chapters are unfolded at first. */
  readonly isOpen: boolean
  readonly hrefOf: (item: ExportChapter | ExportUnit) => string
  /** What stands at the end of the line, such as the number of a page. */
  readonly noteOf?: (item: ExportChapter | ExportUnit) => string
}

/** A table of contents: chapters that fold, with their questions and notes; a mark tells which have an answer. */
export function htmlContents(
  chapters: readonly ExportChapter[],
  { plan, isOpen, hrefOf, noteOf }: ContentsOptions,
): string {
  const link = (item: ExportChapter | ExportUnit, title: string): string =>
    `<a href="${escapeHtml(hrefOf(item))}">${escapeHtml(title)}</a>${noteOf === undefined ? '' : `<span class="note">${escapeHtml(noteOf(item))}</span>`}`
  const items = chapters.map(chapter => {
    const units = chapter.units.map(unit => `<li dir="auto"${markOf(unit)}>${link(unit, unit.title)}</li>`)
    const title = titleIn(plan, chapter)
    return `<li><details${isOpen ? ' open' : ''}><summary dir="auto">${link(chapter, title)}</summary>\n<ol>\n${units.join('\n')}\n</ol></details></li>\n`
  })
  const name = escapeHtml(plan.words.contents)
  return `<nav class="contents" aria-label="${name}">\n<h2>${name}</h2>\n<ol>\n${items.join('')}</ol>\n</nav>\n`
}

function titleIn({ lists }: ExportPlan, chapter: ExportChapter): string {
  const title = chapter.title
  return lists.length > 1 && chapter.list !== undefined ? `${chapter.list.title}: ${title}` : title
}

function markOf({ asked, notes, elsewhere }: ExportUnit): string {
  if (asked === undefined) return ''
  return ` class="${notes.length + elsewhere.length > 0 ? 'done' : 'open'}"`
}
