import type { Note } from './note'
import { fileTitle } from './file-title'
import { parseWikiLink } from './wiki-link'

/** One spelling for names that a link may use: NFC, lower case, no `.md`, single spaces and none at the ends of a name. */
export function linkKey(name: string): string {
  const trimmed = name.normalize('NFC').toLowerCase().trim()
  return trimmed
    .replace(/\.md$/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
}

/** The keys under which links find a note: the name of its file and its title. */
export function linkKeysTo(note: Pick<Note, 'path' | 'title'>): string[] {
  return [...new Set([linkKey(fileTitle(note.path)), linkKey(note.title)])]
}

/** The keys of all that a note links to; a question is `^` and its id. Whether they lead there, resolving tells. */
export function linkKeysOf(note: Pick<Note, 'links'>): string[] {
  const keys = new Set<string>()
  for (const link of note.links) {
    if (link.kind === 'wiki') {
      const { target, blockId } = parseWikiLink(link.target)
      if (blockId !== undefined) keys.add(`^${blockId}`)
      if (target !== '') keys.add(lastPart(target))
    } else if (!/^[a-z][a-z0-9+.-]*:/i.test(link.target)) {
      const [path = '', fragment = ''] = link.target.split('#').map(decodePath)
      if (fragment.startsWith('^')) keys.add(`^${fragment.slice(1)}`)
      if (path !== '') keys.add(lastPart(path))
    }
  }
  return [...keys]
}

/** A percent-encoded path in plain characters; what can't be decoded stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function lastPart(path: string): string {
  return linkKey(path.slice(path.lastIndexOf('/') + 1))
}
