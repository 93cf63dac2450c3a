import { readFrontMatter } from '../import/front-matter'
import { escapeSectionTitle } from '../import/question-text'
import { withTitle, withTitleAdded } from '../rename/retitle-note'
import { splitFrontMatter } from '../split-front-matter'
import { plainList, saysTheSame, type PlainList } from './edited-list'
import type { ListLayout } from './list-layout'

/**
 * A list's text under another title: in the front matter, and in the headings that name the list; no other byte changes.
 *
 * @throws RangeError when the file is written in a way that this can't be made in.
 */
export function retitleList(layout: ListLayout, title: string, read: (text: string) => ListLayout): string {
  const wanted = title.replace(/\s+/g, ' ').trim()
  const withHeadings = renameHeadings(layout, wanted)
  const isInFrontMatter = readFrontMatter(withHeadings).title !== undefined
  const { yaml } = splitFrontMatter(withHeadings)
  const retitled = (text: string): string =>
    isInFrontMatter ? withTitle(text, yaml, wanted) : withTitleAdded(text, wanted)
  const isDone = read(withHeadings).list.title === wanted
  const after = isDone ? withHeadings : retitled(withHeadings)
  const next = read(after)
  if (next.list.title !== wanted || !saysTheSame(untitled(layout), untitled(next)))
    throw new RangeError('a list whose title can not be changed safely')
  return after
}

/** From the last one on, so that the places of the others stay right. */
function renameHeadings({ text, list, headings }: ListLayout, title: string): string {
  return headings.reduceRight((changed, { depth, titleSpan: span }) => {
    if (depth !== 1 || span === undefined || text.slice(span.start, span.end).trim() !== list.title)
      return changed
    return changed.slice(0, span.start) + escapeSectionTitle(title) + changed.slice(span.end)
  }, text)
}

/** What a list says, without its title in the places that repeat it. */
function untitled({ list, sections }: ListLayout): PlainList {
  const plain = plainList(list)
  return {
    title: '',
    sections: plain.sections.map((section, index) => {
      const heading = sections[index]?.heading
      const isNamedByList = heading === undefined || heading.depth === 1 || heading.titleSpan === undefined
      return isNamedByList && section.title === list.title ? { ...section, title: '' } : section
    }),
  }
}
