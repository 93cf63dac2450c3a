import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../front-matter'
import { encodeDestination, relativePath } from '../link-destination'
import { decodePath } from '../link-keys'
import { linkPlaces } from '../rename/link-places'
import { joinPath } from '../resolve-link'

/** The text of a file that goes to `path`, with its Markdown links leading to where the files that they name go. */
export function moveLinks(
  text: string,
  from: string,
  { path, placeOf }: { readonly path: string; readonly placeOf: (path: string) => string | undefined },
): string {
  const { body } = splitFrontMatter(text)
  const offset = text.length - body.length
  const edits = linkPlaces(body).flatMap((place): Edit[] => {
    if (place.kind === 'wiki' || /^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i.test(place.destination)) return []
    const [, file = '', fragment = ''] = /^([^?#]*)([?#][^]*)?$/.exec(place.destination) ?? []
    const named = joinPath(from, decodePath(file))
    const goal = named === undefined ? undefined : placeOf(named)
    if (goal === undefined) return []
    const written = encodeDestination(relativePath(path, goal)) + fragment
    return [{ start: offset + place.start, end: offset + place.end, text: written }]
  })
  return applyEdits(text, edits)
}
