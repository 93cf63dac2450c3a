import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { create } from 'zustand'
import type { NoteVersion } from '../../shared/contract/history-procedures'
import { errorCodeOf, useBackend, type BackendAccess } from './backend'
import { openDialog } from './view'

/** The version that the history shows; undefined for the newest. */
export const useShownVersion = create<{ readonly id: string | undefined }>(() => ({ id: undefined }))

/** Opens the history of the open note, at a version if one is given. */
export function openHistory(id?: string): void {
  useShownVersion.setState({ id })
  openDialog('history')
}

/** The kept versions of a note, the newest first. */
export function useHistory(path: string | undefined): UseQueryResult<NoteVersion[]> {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['history', path],
    queryFn: () => (path === undefined ? [] : client['history.list']({ path })),
    enabled: path !== undefined,
  })
}

/** Whether versions can be kept. */
export function useHistoryStatus() {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['history-status'],
    queryFn: () => client['history.status']({}),
  })
}

/** What a version held. A version never changes, so it is asked for once. */
export function useVersionText(path: string | undefined, id: string | undefined) {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['version', path, id],
    queryFn: () => client['history.read']({ path: path ?? '', id: id ?? '' }),
    enabled: path !== undefined && id !== undefined,
  })
}

/** What a note holds now, as it is on disk. */
export function usePresentNote(path: string | undefined) {
  const { client, sessions } = useBackend()
  return useQuery({
    queryKey: ['notes', 'present', path],
    queryFn: async () => {
      await sessions.ofPath(path ?? '')?.flush()
      return client['notes.read']({ path: path ?? '' })
    },
    enabled: path !== undefined,
    staleTime: 0,
    gcTime: 0,
  })
}

/** What came of restoring a version: `unsaved` when the note has text that can't be saved, which stays. */
export type Restored =
  | { readonly kind: 'restored'; readonly hash: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly code: ReturnType<typeof errorCodeOf> }

/** Restores a version through the note's session: what it has not saved is saved first, and so is in the history. */
export async function restoreVersion(
  { client, sessions }: Pick<BackendAccess, 'client' | 'sessions'>,
  version: { readonly path: string; readonly id: string; readonly baseHash: string },
): Promise<Restored> {
  const session = sessions.ofPath(version.path)
  try {
    await session?.flush()
    if (session?.isDirty === true) return { kind: 'unsaved' }
    const { hash } = await client['history.restore'](version)
    await session?.refresh()
    return { kind: 'restored', hash }
  } catch (error) {
    return { kind: 'failed', code: errorCodeOf(error) }
  }
}
