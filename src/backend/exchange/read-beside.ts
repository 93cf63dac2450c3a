import { dirname, join } from 'node:path'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { decodePath } from '../../shared/domain/link-keys'
import { linkPlaces } from '../../shared/domain/rename/link-places'
import { joinPath } from '../../shared/domain/resolve-link'
import { isForeignTemporary } from '../../shared/domain/sync/is-foreign-temporary'
import { parseWikiLink } from '../../shared/domain/wiki-link'
import type { FilePort } from '../files/file-port'
import { pathInside } from '../files/path-inside'
import { readTextFile } from '../files/text-file'

/** Where a link is not to be looked for any more: a folder of downloads has more than any note links to. */
const mostEntries = 10_000
const deepestFolder = 8

export interface FileBeside {
  /** Relative to the note's folder, with forward slashes. */
  readonly path: string
  readonly absolute: string
  /** Bytes. */
  readonly size: number
}

/**
 * Files that a note links to, in its folder or below it: by their path, else by the end of it as Obsidian writes links. No
 * notes, nothing hidden, and nothing that is elsewhere, whatever `..` or a symbolic link says. What can't be read is none.
 *
 * @param onEntry is told of each file that is looked at, and may end it by an exception.
 */
export async function readBeside(
  files: FilePort,
  note: string,
  onEntry: () => void,
): Promise<readonly FileBeside[]> {
  const folder = dirname(note)
  const text = await readTextFile(files, note).then(
    file => file.text,
    () => '',
  )
  const found: FileBeside[] = []
  const take = async (path: string): Promise<boolean> => {
    onEntry()
    const absolute = await pathInside(files, folder, path).catch(() => undefined)
    const info = absolute === undefined ? undefined : await files.info(absolute).catch(() => undefined)
    if (absolute === undefined || info?.kind !== 'file') return false
    found.push({ path, absolute, size: info.size })
    return true
  }
  const missing: string[] = []
  for (const path of linkedPaths(text)) if (!(await take(path))) missing.push(path)
  if (missing.length === 0) return found
  const all = await pathsBelow(files, folder, onEntry)
  for (const path of missing) {
    const nearest = all.find(each => `/${keyOf(each)}`.endsWith(`/${keyOf(path)}`))
    if (nearest !== undefined) await take(nearest)
  }
  return found
}

/** Relative paths that links name, each once. */
function linkedPaths(text: string): string[] {
  const paths = linkPlaces(splitFrontMatter(text).body).map(place => {
    if (place.kind === 'wiki') return joinPath('', parseWikiLink(place.inner).target)
    if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i.test(place.destination)) return undefined
    return joinPath('', decodePath(place.destination.replace(/[?#].*$/s, '')))
  })
  return [...new Set(paths)].filter(path => path !== undefined).filter(isLinkedFile)
}

/** Whether a path can be that of a file that comes with a note. */
function isLinkedFile(path: string): boolean {
  return /[^./]\.[^./\s]+$/.test(path) && !/\.(?:md|markdown)$/i.test(path) && !/(?:^|\/)\./.test(path)
}

/** Files below a folder, the nearest first. */
async function pathsBelow(files: FilePort, root: string, onEntry: () => void): Promise<string[]> {
  const found: string[] = []
  let folders = ['']
  let count = 0
  for (let depth = 0; depth <= deepestFolder && folders.length > 0; depth += 1) {
    const below: string[] = []
    for (const folder of folders) {
      const entries = await files.list(join(root, folder)).catch(() => [])
      for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        onEntry()
        count += 1
        if (count > mostEntries) return found
        if (name.startsWith('.') || isForeignTemporary(name)) continue
        if (kind === 'folder') below.push(`${folder}${name}/`)
        else if (kind === 'file') found.push(`${folder}${name}`)
      }
    }
    folders = below
  }
  return found
}

function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
