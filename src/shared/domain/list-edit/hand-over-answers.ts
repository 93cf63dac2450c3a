import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../split-front-matter'
import { addToFrontMatterList, removeFromFrontMatterList } from '../front-matter-list'
import { readNote } from '../note'
import { linkPlaces } from '../rename/link-places'

/**
 * A note's text in which `into` takes the place of the question `from`: among what it answers, and in its links.
 *
 * @throws RangeError when its front matter can't be changed safely.
 */
export function handOverAnswers(text: string, from: string, into: string): string {
  const isAnswer = readNote('', text).answers.includes(from)
  const answering = isAnswer
    ? removeFromFrontMatterList(addToFrontMatterList(text, 'answers', into), 'answers', from)
    : text
  const { body } = splitFrontMatter(answering)
  const offset = answering.length - body.length
  const edits = linkPlaces(body).flatMap((place): Edit[] => {
    const written = place.kind === 'wiki' ? place.inner : place.destination
    const at = new RegExp(`#\\^${from}(?![A-Za-z0-9-])`).exec(written)?.index
    if (at === undefined || !body.startsWith(written, place.start)) return []
    const start = offset + place.start + at + 2
    return [{ start, end: start + from.length, text: into }]
  })
  return applyEdits(answering, edits)
}
