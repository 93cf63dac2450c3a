import { decodePath } from '../link-keys'
import { joinPath } from '../resolve-link'
import type { UnresolvedTarget } from './export-source'

/** A Markdown file of a folder as it was read again, with its path in the folder. */
export interface FolderLinks {
  readonly path: string
  readonly anchors: ReadonlySet<string>
  /** Destinations of its links and images that are no addresses. */
  readonly targets: readonly string[]
}

/**
 * Links that lead to no file or no heading of the folder. `others` are its files besides the Markdown ones; `known` are
 * destinations that are told already.
 */
export function checkFolderLinks(
  files: readonly FolderLinks[],
  others: ReadonlySet<string>,
  known: ReadonlySet<string>,
): UnresolvedTarget[] {
  const anchors = new Map(files.map(file => [file.path, file.anchors]))
  return files.flatMap(({ path, targets }) =>
    [...new Set(targets)].flatMap(target => {
      const [file = '', fragment = ''] = target.split('#', 2).map(decodePath)
      const to = file === '' ? path : joinPath(path, file)
      const isThere = to !== undefined && (anchors.has(to) || others.has(to))
      const hasAnchor = fragment === '' || to === undefined || (anchors.get(to)?.has(fragment) ?? true)
      return (isThere && hasAnchor) || known.has(target) ? [] : [{ path, target }]
    }),
  )
}
