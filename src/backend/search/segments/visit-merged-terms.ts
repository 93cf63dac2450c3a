import { lowerBound } from './segment'

/**
 * Visits the terms of several sorted lists that start with `prefix`, each once and in order. `indexes` has the term's
 * index in each list, or -1; it is the same array each time. `visit` returns whether to go on.
 */
export function visitMergedTerms(
  lists: readonly (readonly string[])[],
  prefix: string,
  visit: (term: string, indexes: readonly number[]) => boolean,
): void {
  const next = lists.map(terms => lowerBound(terms, prefix))
  const indexes = lists.map(() => -1)
  for (;;) {
    let lowest: string | undefined
    for (let list = 0; list < lists.length; list += 1) {
      const term = lists[list]![next[list]!]
      if (term !== undefined && (lowest === undefined || term < lowest)) lowest = term
    }
    if (lowest === undefined || !lowest.startsWith(prefix)) return
    for (let list = 0; list < lists.length; list += 1) {
      const isHere = lists[list]![next[list]!] === lowest
      indexes[list] = isHere ? next[list]! : -1
      if (isHere) next[list]! += 1
    }
    if (!visit(lowest, indexes)) return
  }
}
