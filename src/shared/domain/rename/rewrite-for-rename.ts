import { applyEdits, type Edit } from '../export/markdown-edits'
import { splitFrontMatter } from '../split-front-matter'
import { decodePath } from '../link-keys'
import { fileTitle } from '../file-title'
import {
  joinPath,
  resolveMarkdownLink,
  resolveWikiLink,
  type LinkSpace,
  type ResolvedLink,
} from '../resolve-link'
import { linkPlaces, type LinkPlace } from './link-places'
import { rewriteDestination } from './rewrite-destination'

/** A note that gets another path, and what links lead to before and after. */
export interface Renaming {
  readonly from: string
  readonly to: string
  readonly before: LinkSpace
  readonly after: LinkSpace
}

export interface Rewritten {
  readonly text: string
  /** How many links were changed. */
  readonly links: number
}

/**
 * A note's or a list's text in which every link leads, after the renaming, to where it led before. Links that do so by
 * themselves stay as they are, and so does every byte around the others; headings, labels and embeds are kept.
 *
 * `path` is that of the text before the renaming.
 */
export function rewriteForRename(text: string, path: string, renaming: Renaming): Rewritten {
  const { body } = splitFrontMatter(text)
  const start = text.length - body.length
  const edits = linkPlaces(body).flatMap((place): Edit[] => {
    const written =
      place.kind === 'wiki' ? wiki(place, path, renaming) : markdown(place, path, { renaming, body })
    return written === undefined
      ? []
      : [{ start: start + place.start, end: start + place.end, text: written }]
  })
  return { text: applyEdits(text, edits), links: edits.length }
}

function wiki(
  { inner }: Extract<LinkPlace, { kind: 'wiki' }>,
  path: string,
  renaming: Renaming,
): string | undefined {
  const { after, before } = renaming
  const wanted = moved(resolveWikiLink(before, inner, path), renaming)
  const newPath = pathAfter(path, renaming)
  const leadsThere = (candidate: string): boolean =>
    isSame(resolveWikiLink(after, candidate, newPath), wanted)
  if (wanted.kind !== 'note' || leadsThere(inner)) return undefined
  const [, address = '', fragment = '', rest = ''] = /^([^|#]*?)(#[^|]*?)?(\\?\|[\s\S]*)?$/.exec(inner) ?? []
  const inFolder = wanted.path.replace(/^notes\//, '').replace(/\.md$/i, '')
  const full = wanted.path.replace(/\.md$/i, '')
  const extension = /\.md\s*$/i.test(address) ? '.md' : ''
  const names = address.includes('/')
    ? [address.trim().startsWith('notes/') ? full : inFolder, full]
    : [fileTitle(wanted.path), inFolder, full]
  return names.map(name => `${name}${extension}${fragment}${rest}`).find(leadsThere)
}

interface MarkdownContext {
  readonly renaming: Renaming
  readonly body: string
}

function markdown(
  { destination, isHtml, start, end }: Extract<LinkPlace, { kind: 'markdown' }>,
  path: string,
  { renaming, body }: MarkdownContext,
): string | undefined {
  const resolved = resolveMarkdownLink(renaming.before, destination, path)
  const file = decodePath(destination.split('#', 1)[0] ?? '')
  if (resolved.kind === 'external' || file === '') return undefined
  // The editor looks for such an image at the top of the notebook, from whatever folder.
  if (resolved.kind !== 'note' && file.startsWith('attachments/')) return undefined
  const led = joinPath(path, file)
  const newPath = pathAfter(path, renaming)
  if (led === undefined) return undefined
  const isRenamed = resolved.kind === 'note' && resolved.path === renaming.from
  const wanted = !isRenamed ? led : /\.md$/i.test(file) ? renaming.to : renaming.to.replace(/\.md$/i, '')
  if (joinPath(newPath, file) === wanted) return undefined
  const source = body.slice(start, end)
  return rewriteDestination({ from: newPath, to: wanted, source, file, isHtml })
}

function pathAfter(path: string, { from, to }: Renaming): string {
  return path === from ? to : path
}

function moved(resolved: ResolvedLink, renaming: Renaming): ResolvedLink {
  return resolved.kind === 'note' ? { ...resolved, path: pathAfter(resolved.path, renaming) } : resolved
}

function isSame(left: ResolvedLink, right: ResolvedLink): boolean {
  return left.kind === 'note' && right.kind === 'note' && left.path === right.path
}
