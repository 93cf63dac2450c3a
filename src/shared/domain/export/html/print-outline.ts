import { plainInline } from '../../markdown/parse-markdown'
import type { ExportChapter, ExportUnit } from '../export-chapters'
import type { ExportPlan } from '../export-source'

/** A bookmark of a printed document with those below it. */
export interface OutlineItem {
  readonly title: string
  /** The place that it leads to; undefined for the first page. */
  readonly id: string | undefined
  readonly items: readonly OutlineItem[]
}

/** Bookmarks as a reader shows them beside the pages: the contents, each list with its sections and their questions, other notes. */
export function printOutline(
  chapters: readonly ExportChapter[],
  plan: ExportPlan,
  idOf: (item: ExportChapter | ExportUnit) => string,
): OutlineItem[] {
  const chapterItem = (chapter: ExportChapter): OutlineItem => ({
    title: chapter.title,
    id: idOf(chapter),
    items: chapter.units.map(unit => ({ title: unit.title, id: idOf(unit), items: [] })),
  })
  const lists = plan.lists.flatMap(list => {
    const items = chapters.filter(chapter => chapter.list === list).map(chapterItem)
    return items.length === 0 ? [] : [{ title: plainInline(list.title), id: items[0]?.id, items }]
  })
  const others = chapters.filter(({ list }) => list === undefined).map(chapterItem)
  return [{ title: plan.words.contents, id: undefined, items: [] }, ...lists, ...others]
}
