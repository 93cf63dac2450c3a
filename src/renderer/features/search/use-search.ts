import { useEffect, useState } from 'react'
import type { SearchResult } from '../../../shared/contract/search-procedures'
import { useBackend } from '../../state/backend'

const mostHits = 50

interface Searched {
  readonly result: SearchResult | undefined
  readonly isFailed: boolean
}

const nothing: Searched = { result: undefined, isFailed: false }

/** Results for the newest text; older answers that come late are passed over, and the last ones stay meanwhile. */
export function useSearch(text: string, matchAll: boolean): Searched {
  const { client, on } = useBackend()
  const [state, setState] = useState(nothing)
  const [round, setRound] = useState(0)
  const isEmpty = text.trim() === ''
  useEffect(() => on('notes.changed', () => setRound(value => value + 1)), [on])
  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    client['search.query']({ text, limit: mostHits, matchAll }).then(
      result => isCurrent && setState({ result, isFailed: false }),
      () => isCurrent && setState({ result: undefined, isFailed: true }),
    )
    return () => {
      isCurrent = false
    }
  }, [client, text, matchAll, isEmpty, round])
  return isEmpty ? nothing : state
}
