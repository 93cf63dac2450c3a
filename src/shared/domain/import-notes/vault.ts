import { decodePath, linkKey } from '../link-keys'
import { joinPath } from '../resolve-link'
import { parseWikiLink } from '../wiki-link'

/** The files of a folder of notes, by paths relative to it with forward slashes; links are followed as Obsidian does. */
export class Vault {
  readonly #paths = new Map<string, string>()
  readonly #byName = new Map<string, string[]>()
  readonly #notesByName = new Map<string, string[]>()
  readonly #otherNames = new Map<string, string>()

  constructor(paths: Iterable<string>) {
    for (const path of [...paths].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const name = path.slice(path.lastIndexOf('/') + 1)
      this.#paths.set(pathKey(path), path)
      add(this.#byName, pathKey(name), path)
      if (/\.md$/i.test(path)) add(this.#notesByName, linkKey(name), path)
    }
  }

  /** Gives a file one more name: an alias, say. A name that a file has already stays with that one. */
  addName(name: string, path: string): void {
    const key = linkKey(name)
    if (key !== '' && !this.#otherNames.has(key)) this.#otherNames.set(key, path)
  }

  /** The file that `[[inner]]` in the file `from` means: by its whole path, the end of it, or its name alone. */
  followWiki(inner: string, from: string): string | undefined {
    const { target } = parseWikiLink(inner)
    return target === '' ? from : this.#find(target.replace(/^\//, ''), from)
  }

  /** The file that a Markdown destination means: relative to its own, else to the folder, else by its name. */
  followMarkdown(destination: string, from: string): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i.test(destination)) return undefined
    const file = decodePath(destination.replace(/[?#].*$/s, ''))
    if (joplinId.test(file)) return this.#otherNames.get(file)
    const relative = joinPath(from, file)
    const found = relative === undefined ? undefined : this.#at(relative)
    return found ?? this.#find(file.replace(/^(?:\.{0,2}\/)+/, ''), from)
  }

  #at(path: string): string | undefined {
    return this.#paths.get(pathKey(path)) ?? this.#paths.get(pathKey(`${path}.md`))
  }

  #find(target: string, from: string): string | undefined {
    const whole = this.#at(target)
    if (whole !== undefined) return whole
    const name = target.slice(target.lastIndexOf('/') + 1)
    const exact = this.#byName.get(pathKey(`${name}.md`)) ?? this.#byName.get(pathKey(name))
    const named = exact ?? this.#notesByName.get(linkKey(name)) ?? []
    const ends = named.filter(path => `/${linkKey(path)}`.endsWith(`/${linkKey(target)}`))
    const folder = from.slice(0, from.lastIndexOf('/') + 1)
    const nearest = ends.find(path => path.slice(0, path.lastIndexOf('/') + 1) === folder) ?? ends[0]
    return nearest ?? this.#otherNames.get(linkKey(target))
  }
}

function add(map: Map<string, string[]>, key: string, path: string): void {
  map.set(key, [...(map.get(key) ?? []), path])
}

/** How Joplin names notes and resources: `:/` and 32 hexadecimal digits. */
const joplinId = /^:\/[0-9a-f]{32}$/

/** Names that differ in case or in how letters are composed mean one file. */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
