import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/contract/app-error'
import { errorCodeOf, useBackend } from '../../state/backend'
import type { NoteSession } from '../../state/note-session'

export type EditorTarget = { readonly path: string } | { readonly questionId: string }

export type OpenedSession =
  | { readonly kind: 'open'; readonly session: NoteSession }
  | { readonly kind: 'failed'; readonly code: AppError['code'] }
  | { readonly kind: 'opening' }

/**
 * The session for a note, or for the answer that a question hasn't got yet. When the first text makes the note,
 * the target changes from question to path and the session stays the same.
 */
export function useSession(target: EditorTarget): OpenedSession {
  'use no memo'
  const { sessions, client } = useBackend()
  const key = 'path' in target ? `path ${target.path}` : `question ${target.questionId}`
  const [loaded, setLoaded] = useState<{ key: string; opened: OpenedSession }>()
  useEffect(() => {
    let isCurrent = true
    const set = (opened: OpenedSession): void => {
      if (isCurrent) setLoaded({ key, opened })
    }
    if ('path' in target && sessions.ofPath(target.path) === undefined) {
      client['notes.read']({ path: target.path }).then(
        note => isCurrent && set({ kind: 'open', session: sessions.openNote(note) }),
        (error: unknown) => set({ kind: 'failed', code: errorCodeOf(error) }),
      )
    }
    return () => {
      isCurrent = false
      // Its session is let go of: who comes back here reads the note anew.
      setLoaded(undefined)
    }
    // The key stands for the target.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, sessions, client])
  // There is nothing to read for a draft, and asked again for it there is the same one.
  const open = 'path' in target ? sessions.ofPath(target.path) : sessions.openDraft(target.questionId)
  if (open !== undefined) return { kind: 'open', session: open }
  return loaded?.key === key ? loaded.opened : { kind: 'opening' }
}
