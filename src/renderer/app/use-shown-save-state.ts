import { useEffect, useState } from 'react'
import type { NoteSession } from '../state/note-session'
import type { SaveState } from '../state/save-state'

/** Between two keys of someone who goes on writing, "Saved" would only flicker, and each change costs a frame. */
const calmMs = 300

const nothingToSave: SaveState = { kind: 'saved', at: undefined }

/** The save state as it is shown: at once, but for "saved", which waits until no key has followed for a moment. */
export function useShownSaveState(session: NoteSession | undefined): SaveState {
  const [shown, setShown] = useState({ session, state: session?.getState() ?? nothingToSave })
  useEffect(() => {
    if (session === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (): void => setShown({ session, state: session.getState() })
    const changed = (): void => {
      clearTimeout(timer)
      const { kind } = session.getState()
      if (kind === 'saved') timer = setTimeout(show, calmMs)
      // Both are the same words.
      else
        setShown(before =>
          isSame(before, { session, kind }) ? before : { session, state: session.getState() },
        )
    }
    show()
    const unsubscribe = session.subscribe(changed)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session])
  return shown.session === session ? shown.state : (session?.getState() ?? nothingToSave)
}

function isSame(
  before: { readonly session: NoteSession | undefined; readonly state: SaveState },
  now: { readonly session: NoteSession; readonly kind: SaveState['kind'] },
): boolean {
  const isUnderWay = (kind: SaveState['kind']): boolean => kind === 'unsaved' || kind === 'saving'
  return before.session === now.session && isUnderWay(before.state.kind) && isUnderWay(now.kind)
}
