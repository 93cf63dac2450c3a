import { useEffect, useState } from 'react'
import type { SearchResult } from '../../../shared/contract/search-procedures'
import { useBackend } from '../../state/backend'

const mostHits = 50

interface Searched {
  readonly result: SearchResult | undefined
  readonly isFailed: boolean
  /** The result is that of the newest text. */
  readonly isSettled: boolean
}

const nothing: Searched = { result: undefined, isFailed: false, isSettled: true }

/** Results for the newest text; older answers that come late are passed over, and the last ones stay meanwhile. */
export function useSearch(text: string, matchAll: boolean): Searched {
  const { client, on } = useBackend()
  const query = `${matchAll} ${text}`
  const [state, setState] = useState({ result: nothing.result, isFailed: false, query: '' })
  const [round, setRound] = useState(0)
  const isEmpty = text.trim() === ''
  useEffect(() => on('notes.changed', () => setRound(value => value + 1)), [on])
  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    const ask = (): void => {
      client['search.query']({ text, limit: mostHits, matchAll }).then(
        result => {
          if (!isCurrent) return
          setState({ result, isFailed: false, query })
          // The rest of the notes is looked through.
          if (result.searched < result.indexed) ask()
        },
        () => isCurrent && setState({ result: undefined, isFailed: true, query }),
      )
    }
    ask()
    return () => {
      isCurrent = false
    }
  }, [client, text, matchAll, query, isEmpty, round])
  return isEmpty ? nothing : { ...state, isSettled: state.query === query }
}
