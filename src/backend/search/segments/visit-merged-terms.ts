import type { TermList } from './term-list'

/**
 * Visits the terms of several lists that start with `prefix`, each once and in order. `indexes` has the term's index in
 * each list, or -1; it is the same array each time. `visit` returns whether to go on.
 */
export function visitMergedTerms(
  lists: readonly TermList[],
  prefix: string,
  visit: (indexes: readonly number[]) => boolean,
): void {
  const next = lists.map(terms => terms.lowerBound(prefix))
  const ends = lists.map(terms => terms.prefixEnd(prefix))
  const indexes = lists.map(() => -1)
  for (;;) {
    let lowest = -1
    for (let list = 0; list < lists.length; list += 1) {
      indexes[list] = -1
      const term = next[list]!
      if (term === ends[list]) continue
      const order = lowest < 0 ? -1 : lists[list]!.compareWith(term, lists[lowest]!, next[lowest]!)
      if (order > 0) continue
      // A lower one takes the place of those before.
      if (order < 0) {
        for (let before = lowest; before >= 0 && before < list; before += 1) indexes[before] = -1
        lowest = list
      }
      indexes[list] = term
    }
    if (lowest < 0) return
    for (let list = lowest; list < lists.length; list += 1) if (indexes[list]! >= 0) next[list]! += 1
    if (!visit(indexes)) return
  }
}

/** The term that is being visited. */
export function mergedTerm(lists: readonly TermList[], indexes: readonly number[]): string {
  const list = indexes.findIndex(index => index >= 0)
  return lists[list]!.at(indexes[list]!)!
}
