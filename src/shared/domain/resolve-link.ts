import { decodePath, linkKey } from './link-keys'
import { fileTitle } from './file-title'
import { parseWikiLink } from './wiki-link'

/** What links can lead to. `notesNamed` takes a `linkKey` of a file name, a title, or a whole path. */
export interface LinkSpace {
  notesNamed(key: string): readonly string[]
  hasQuestion(id: string): boolean
  /** List ids without regard to case. */
  listNamed(key: string): string | undefined
}

export type ResolvedLink =
  | { readonly kind: 'note'; readonly path: string; readonly heading: string | undefined }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'list'; readonly id: string }
  | { readonly kind: 'attachment'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'missing' }

const missing: ResolvedLink = { kind: 'missing' }

/** Where `[[inner]]` in the note `from` (undefined outside of notes) leads. */
export function resolveWikiLink(space: LinkSpace, inner: string, from: string | undefined): ResolvedLink {
  const { target, heading, blockId } = parseWikiLink(inner)
  if (blockId !== undefined && space.hasQuestion(blockId)) return { kind: 'question', id: blockId }
  if (target === '') return from === undefined ? missing : { kind: 'note', path: from, heading }
  const path = nearestNote(space, target, from)
  if (path !== undefined) return { kind: 'note', path, heading }
  const list = space.listNamed(linkKey(target.replace(/^questions\//, '')))
  if (list !== undefined) return { kind: 'list', id: list }
  if (space.hasQuestion(target)) return { kind: 'question', id: target }
  return attachment(target.includes('/') ? target : `attachments/${target}`)
}

/** Where the destination of a Markdown link or image in the note `from` leads. */
export function resolveMarkdownLink(space: LinkSpace, destination: string, from: string): ResolvedLink {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(destination)) return { kind: 'external', url: destination }
  const hash = destination.indexOf('#')
  const file = decodePath(hash < 0 ? destination : destination.slice(0, hash))
  const fragment = hash < 0 ? '' : decodePath(destination.slice(hash + 1))
  if (fragment.startsWith('^') && space.hasQuestion(fragment.slice(1))) {
    return { kind: 'question', id: fragment.slice(1) }
  }
  if (file === '') return { kind: 'note', path: from, heading: fragment || undefined }
  const path = joinPath(from, file)
  if (path === undefined) return missing
  const note = space.notesNamed(linkKey(path))[0]
  if (note !== undefined) return { kind: 'note', path: note, heading: fragment || undefined }
  const list = /^questions\/(.+)\.md$/i.exec(path)?.[1]
  const listId = list === undefined ? undefined : space.listNamed(linkKey(list))
  if (listId !== undefined) return { kind: 'list', id: listId }
  return path.startsWith('attachments/') ? { kind: 'attachment', path } : missing
}

/** `file` relative to the folder of `from`, both inside the notebook; undefined when it leads out of it. */
export function joinPath(from: string, file: string): string | undefined {
  const parts = file.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of file.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

function nearestNote(space: LinkSpace, target: string, from: string | undefined): string | undefined {
  const key = linkKey(target)
  if (!key.includes('/')) {
    const named = space.notesNamed(key)
    // Other programs know files only: a note that is called so comes after the file of that name.
    const files = named.filter(path => linkKey(fileTitle(path)) === key)
    return closest(files.length > 0 ? files : named, from)
  }
  const name = key.slice(key.lastIndexOf('/') + 1)
  const suffix = `/${key.replace(/^\.?\//, '')}`
  return closest(
    space.notesNamed(name).filter(path => `/${linkKey(path)}`.endsWith(suffix)),
    from,
  )
}

/** Of several notes with one name: the one in the same folder, else the shortest path. */
function closest(paths: readonly string[], from: string | undefined): string | undefined {
  const folder = from?.slice(0, from.lastIndexOf('/') + 1)
  const inFolder = paths.find(path => path.slice(0, path.lastIndexOf('/') + 1) === folder)
  return inFolder ?? [...paths].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
}

function attachment(path: string): ResolvedLink {
  return path.startsWith('attachments/') && /\.[a-z0-9]{1,8}$/i.test(path)
    ? { kind: 'attachment', path }
    : missing
}
