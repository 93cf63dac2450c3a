import { useEffect, useState } from 'react'
import type { NoteSession } from '../state/note-session'

/** A save takes some milliseconds; one that takes so long waits for a file that is locked, or for a slow disk. */
const slowAfterMs = 1500

/** Whether one save of the session has been under way for so long that the user should know why. */
export function useIsSaveSlow(session: NoteSession | undefined): boolean {
  const [slowSession, setSlowSession] = useState<NoteSession>()
  useEffect(() => {
    if (session === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = (): void => {
      const isSaving = session.getState().kind === 'saving'
      if (isSaving) timer ??= setTimeout(() => setSlowSession(session), slowAfterMs)
      else if (timer !== undefined) {
        clearTimeout(timer)
        timer = undefined
        setSlowSession(undefined)
      }
    }
    const unsubscribe = session.subscribe(changed)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session])
  return session !== undefined && slowSession === session
}
