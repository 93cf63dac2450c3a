import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../split-front-matter'
import { encodeDestination, relativePath } from '../link-destination'
import { decodePath } from '../link-keys'
import { linkPlaces } from '../rename/link-places'
import { joinPath } from '../resolve-link'

export interface MovedFile {
  /** Where the file goes. */
  readonly path: string
  /** Where the file of a path goes. */
  readonly placeOf: (path: string) => string | undefined
  /** The path of the file that a wiki link calls so. */
  readonly fileCalled: (target: string) => string | undefined
}

/** The text of a file that goes to `path`, with its links leading to where the files that they name go. */
export function moveLinks(text: string, from: string, moved: MovedFile): string {
  const { body } = splitFrontMatter(text)
  const offset = text.length - body.length
  const edits = linkPlaces(body).flatMap((place): Edit[] => {
    const written =
      place.kind === 'wiki' ? movedWiki(place.inner, moved) : movedDestination(place, from, moved)
    return written === undefined
      ? []
      : [{ start: offset + place.start, end: offset + place.end, text: written }]
  })
  return applyEdits(text, edits)
}

function movedDestination(
  { destination }: { readonly destination: string },
  from: string,
  { path, placeOf }: MovedFile,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i.test(destination)) return undefined
  const [, file = '', fragment = ''] = /^([^?#]*)([?#][^]*)?$/.exec(destination) ?? []
  const named = joinPath(from, decodePath(file))
  const goal = named === undefined ? undefined : placeOf(named)
  return goal === undefined ? undefined : encodeDestination(relativePath(path, goal)) + fragment
}

function movedWiki(inner: string, { placeOf, fileCalled }: MovedFile): string | undefined {
  const [target = ''] = /^[^#|\\]*/.exec(inner) ?? []
  const named = target.trim() === '' ? undefined : fileCalled(target.trim())
  const goal = named === undefined ? undefined : placeOf(named)
  return goal === undefined ? undefined : goal.replace(/\.md$/i, '') + inner.slice(target.length)
}
