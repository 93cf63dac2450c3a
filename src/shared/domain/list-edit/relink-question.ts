import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../split-front-matter'
import { decodePath, linkKey } from '../link-keys'
import { fileTitle } from '../file-title'
import { linkPlaces, type LinkPlace } from '../rename/link-places'
import { rewriteDestination } from '../rename/rewrite-destination'
import { joinPath, type LinkSpace } from '../resolve-link'
import { parseWikiLink } from '../wiki-link'

/** A question that has moved, and the list that has it now; its path is that from the top of the notebook. */
export interface MovedQuestion {
  readonly id: string
  readonly list: { readonly id: string; readonly path: string }
  readonly space: Pick<LinkSpace, 'listNamed' | 'notesNamed'>
}

/**
 * The text of the note at `path` in which links to a question name the list that has it now, where they named another
 * one. Labels and every other byte stay.
 */
export function relinkQuestion(text: string, path: string, question: MovedQuestion): string {
  const { body } = splitFrontMatter(text)
  const offset = text.length - body.length
  const edits = linkPlaces(body).flatMap((place): Edit[] => {
    const written =
      place.kind === 'wiki'
        ? wiki(place.inner, question)
        : markdown(place, path, { question, source: body.slice(place.start, place.end) })
    return written === undefined
      ? []
      : [{ start: offset + place.start, end: offset + place.end, text: written }]
  })
  return applyEdits(text, edits)
}

function wiki(inner: string, question: MovedQuestion): string | undefined {
  const { target, blockId } = parseWikiLink(inner)
  if (blockId !== question.id || !isOfOtherList(target.replace(/^questions\//, ''), question))
    return undefined
  const { list, space } = question
  const name = fileTitle(list.path)
  const isNameOfNote = space.notesNamed(linkKey(name)).length > 0
  const address = target.includes('/') || isNameOfNote ? `questions/${name}` : name
  const extension = /\.md$/i.test(target) ? '.md' : ''
  return `${address}${extension}${inner.slice(inner.indexOf('#'))}`
}

function markdown(
  { destination, isHtml }: Extract<LinkPlace, { kind: 'markdown' }>,
  path: string,
  { question, source }: { readonly question: MovedQuestion; readonly source: string },
): string | undefined {
  const [address = '', fragment = ''] = destination.split('#').map(decodePath)
  if (fragment !== `^${question.id}` || address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address))
    return undefined
  const name = /^questions\/(.+)\.md$/i.exec(joinPath(path, address) ?? '')?.[1]
  if (name === undefined || !isOfOtherList(name, question)) return undefined
  return rewriteDestination({ from: path, to: question.list.path, source, file: address, isHtml })
}

function isOfOtherList(name: string, { list, space }: MovedQuestion): boolean {
  const named = name === '' ? undefined : space.listNamed(linkKey(name))
  return named !== undefined && named !== list.id
}
