import { useState } from 'react'
import type { SearchHit, SearchSnippet } from '../../../shared/contract/search-procedures'
import { useBackend } from '../../state/backend'

const mostPlaces = 12

interface MorePlaces {
  /** By the id of a hit. */
  readonly places: ReadonlyMap<string, readonly SearchSnippet[]>
  /** Fetches the other places of a hit, or lets go of them. */
  readonly togglePlaces: (hit: SearchHit) => Promise<void>
  readonly clearPlaces: () => void
}

/** The places of hits beside the first, for those that were asked for. */
export function useMorePlaces(text: string): MorePlaces {
  const { client } = useBackend()
  const [places, setPlaces] = useState<MorePlaces['places']>(new Map())
  const togglePlaces = async ({ id, snippet: first }: SearchHit): Promise<void> => {
    const next = new Map(places)
    if (!next.delete(id)) {
      const found = await client['search.snippets']({ text, id, limit: mostPlaces })
      next.set(
        id,
        found.filter(snippet => snippet.text !== first),
      )
    }
    setPlaces(next)
  }
  return { places, togglePlaces, clearPlaces: () => setPlaces(new Map()) }
}
