import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { TrashedNote } from '../../shared/contract/trash-procedures'
import { trashKey } from './refresh-notes'
import { useBackend } from './backend'

/** What is in the trash, asked for anew whenever it is opened. */
export function useTrash(): UseQueryResult<TrashedNote[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: trashKey, queryFn: () => client['trash.list']({}), staleTime: 0 })
}

/** What a note in the trash holds. */
export function useTrashedText(trashPath: string | undefined) {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['trashed', trashPath],
    queryFn: () => client['trash.read']({ trashPath: trashPath ?? '' }),
    enabled: trashPath !== undefined,
    staleTime: 0,
  })
}
