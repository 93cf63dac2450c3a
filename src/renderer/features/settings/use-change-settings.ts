import { useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../shared/contract/app-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { showToast } from '../../state/view'

/** A function that changes settings; a failure is told. */
export function useChangeSettings(): (change: Partial<Settings>) => void {
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  return change => {
    client['settings.update'](change).then(
      settings => queries.setQueryData(['settings'], settings),
      (error: unknown) => showToast(errorWords(errorCodeOf(error))),
    )
  }
}
