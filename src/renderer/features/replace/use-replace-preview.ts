import { useEffect, useState } from 'react'
import type { ReplaceFile, ReplaceQuery } from '../../../shared/contract/replace-procedures'
import type { AppError } from '../../../shared/contract/app-error'
import { errorCodeOf, useBackend } from '../../state/backend'

export interface ReplacePreview {
  readonly query: ReplaceQuery
  readonly files: readonly ReplaceFile[]
  readonly count: number
  readonly problem: string | null
  /** Why there is nothing to show. */
  readonly failure?: AppError['code']
}

/** A pause in typing before all notes are looked through. */
const delayMs = 250

/** What a replacement would change; undefined while nothing is asked, or the answer to the newest question is still to come. */
export function useReplacePreview(query: ReplaceQuery): ReplacePreview | undefined {
  const { client, sessions } = useBackend()
  const [preview, setPreview] = useState<ReplacePreview>()
  useEffect(() => {
    if (query.text === '') return
    let isCurrent = true
    const timer = setTimeout(() => {
      void sessions
        .flushAll()
        .then(() => client['replace.preview'](query))
        .then(
          found => isCurrent && setPreview({ query, ...found }),
          (error: unknown) =>
            isCurrent &&
            setPreview({ query, files: [], count: 0, problem: null, failure: errorCodeOf(error) }),
        )
    }, delayMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, sessions, query])
  return preview?.query === query && query.text !== '' ? preview : undefined
}
