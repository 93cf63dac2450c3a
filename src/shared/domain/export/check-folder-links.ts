import { decodePath } from '../link-keys'
import { joinPath } from '../resolve-link'
import { parseWikiLink } from '../wiki-link'
import type { UnresolvedTarget } from './export-source'
import { headingKey } from './heading-key'

/** A file of a folder as it was read again, with its path in the folder. */
export interface FolderLinks {
  readonly path: string
  readonly anchors: ReadonlySet<string>
  /** Destinations of its links and images that are no addresses. */
  readonly targets: readonly string[]
  /** `headingKey` of each heading; only of Markdown. */
  readonly headings?: ReadonlySet<string>
  /** What stands between the brackets of its wiki links; only of Markdown. */
  readonly wikiLinks?: readonly string[]
}

/**
 * Links that lead to no file or no heading of the folder. `others` are its files besides those that were read; `known` are
 * destinations that are told already.
 */
export function checkFolderLinks(
  files: readonly FolderLinks[],
  others: ReadonlySet<string>,
  known: ReadonlySet<string>,
): UnresolvedTarget[] {
  const anchors = new Map(files.map(file => [file.path, file.anchors]))
  const wiki = new WikiSpace(files, others)
  return files.flatMap(({ path, targets, wikiLinks = [] }) => [
    ...[...new Set(targets)].flatMap(target => {
      const [file = '', fragment = ''] = target.split('#', 2).map(decodePath)
      const to = file === '' ? path : joinPath(path, file)
      const isThere = to !== undefined && (anchors.has(to) || others.has(to))
      const hasAnchor = fragment === '' || to === undefined || (anchors.get(to)?.has(fragment) ?? true)
      return (isThere && hasAnchor) || known.has(target) ? [] : [{ path, target }]
    }),
    ...wikiLinks.filter(inner => !wiki.leads(inner, path)).map(target => ({ path, target })),
  ])
}

/** Finds files as Obsidian does: by their path from the top, or by a name that only one of them has. */
class WikiSpace {
  readonly #headings: ReadonlyMap<string, ReadonlySet<string>>
  readonly #others: ReadonlySet<string>
  readonly #named = new Map<string, string[]>()

  constructor(files: readonly FolderLinks[], others: ReadonlySet<string>) {
    this.#headings = new Map(files.map(({ path, headings }) => [path, headings ?? new Set()]))
    this.#others = others
    for (const { path } of files) {
      const name = path.slice(path.lastIndexOf('/') + 1)
      this.#named.set(name, [...(this.#named.get(name) ?? []), path])
    }
  }

  leads(inner: string, from: string): boolean {
    const { target, heading } = parseWikiLink(inner)
    if (this.#others.has(target)) return heading === undefined
    const path = target === '' ? from : this.#pathOf(`${target}.md`)
    const headings = path === undefined ? undefined : this.#headings.get(path)
    return headings !== undefined && (heading === undefined || headings.has(headingKey(heading)))
  }

  #pathOf(file: string): string | undefined {
    if (this.#headings.has(file)) return file
    const paths = this.#named.get(file) ?? []
    return paths.length === 1 ? paths[0] : undefined
  }
}
