import type { SearchHit, SearchSnippet } from '../../../shared/contract/search-procedures'
import type { HitGroup } from './group-hits'

/** A line of the results that can be gone to. */
export type SearchRow =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'place'; readonly key: string; readonly hit: SearchHit; readonly snippet: SearchSnippet }

/** The lines in the order in which they are shown. `places` are more places of a hit, by its id. */
export function rowsOf(
  groups: readonly HitGroup[],
  places: ReadonlyMap<string, readonly SearchSnippet[]>,
): SearchRow[] {
  return groups.flatMap(group =>
    group.hits.flatMap((hit): SearchRow[] => [
      { kind: 'hit', key: hit.id, hit },
      ...(places.get(hit.id) ?? []).map((snippet, index): SearchRow => ({
        kind: 'place',
        key: `${hit.id} ${index}`,
        hit,
        snippet,
      })),
    ]),
  )
}
