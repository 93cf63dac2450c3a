import { useCallback, useEffect, useRef } from 'react'
import type { TextSize } from '../../../shared/domain/markdown/text-size'
import { NoteEditor } from '../../editor/note-editor'
import type { NoteEditorHandle } from '../../editor/note-editor-handle'
import { afterPaint } from '../../state/after-paint'
import { useBackend } from '../../state/backend'
import { clearEditorInfo, dropFocusWish, takeFocusWish, useEditorInfo } from '../../state/editor-info'
import type { NoteSession } from '../../state/note-session'
import { usePlace } from '../../state/place'
import { isTypingKept, takeTyped } from '../../state/typed-ahead'
import { lazyPart } from '../../state/lazy-part'
import { useLayout, useView } from '../../state/view'
import { ConflictBanner } from './conflict-banner'
import { useDeskNote, useNoteDesk } from './use-note-desk'
import { GoneBanner } from './gone-banner'
import { LeftoverBanner } from './leftover-banner'
import styles from './note-document.module.css'

/** It reads YAML, for which few notes have a reason. */
const PropertiesBanner = lazyPart(async () => (await import('./properties-banner')).PropertiesBanner)

export interface NoteDocumentProps {
  readonly session: NoteSession
  /** Accessible name of the text box. */
  readonly label: string
  readonly placeholder: string
  readonly isEditable: boolean
  /** Whether only its text is shown, without tools. */
  readonly isPlain: boolean
}

/** The open note: its editor, joined to its session. It stays mounted when another session comes. */
export function NoteDocument(props: NoteDocumentProps) {
  const { session, isEditable, isPlain } = props
  const { sessions } = useBackend()
  const view = useLayout(layout => (isPlain ? 'rich' : layout.noteView))
  const isToolbarShown = useLayout(layout => layout.isToolbarShown && !isPlain)
  const isFocusMode = useView(state => state.isFocusMode)
  const desk = useNoteDesk(isPlain)
  const { note, setting } = useDeskNote(desk, props)
  const handle = useRef<NoteEditorHandle>(undefined)
  const onReady = useCallback(
    (ready: NoteEditorHandle) => {
      handle.current = ready
      useEditorInfo.setState({ session, editor: ready })
      const { activeElement } = document
      if (activeElement?.role !== 'tree' || !isTypingKept()) return goOn(ready, isPlain)
      // To take the focus from a list takes as long as to show a note, which comes first. Until then keys are kept.
      afterPaint(() => {
        if (handle.current !== ready) return
        if (document.activeElement === activeElement) return goOn(ready, isPlain)
        // The user has gone elsewhere meanwhile.
        dropFocusWish()
      })
    },
    [session, isPlain],
  )
  const onStats = useCallback((size: TextSize, outline: { level: number; text: string }[]) => {
    useEditorInfo.setState({ size, outline })
    reveal(handle.current)
  }, [])
  // What is rarely there is looked for once the note is on screen.
  const isSettled = usePlace(state => state.settled === state.place)
  useEffect(() => {
    // Also a place that has the same note has been waited for.
    if (isSettled && isTypingKept() && handle.current !== undefined) goOn(handle.current, isPlain)
  }, [isSettled, isPlain])
  const wanted = usePlace(state => (state.shown === state.place ? state.reveal : undefined))
  useEffect(() => {
    if (wanted !== undefined && useEditorInfo.getState().session === session) reveal(handle.current)
  }, [wanted, session])
  useEffect(() => {
    const detach = sessions.attach(session, { replaceBody: next => note.sync.replaceBody(next) })
    return () => {
      clearEditorInfo(session)
      detach()
    }
  }, [session, sessions, note])
  return (
    <>
      <ConflictBanner key={`conflict ${session.key}`} session={session} />
      <GoneBanner key={`gone ${session.key}`} session={session} />
      {isSettled && isEditable && <LeftoverBanner key={`leftover ${session.key}`} session={session} />}
      {isSettled && !isPlain && (
        <PropertiesBanner key={`properties ${session.key}`} session={session} isEditable={isEditable} />
      )}
      <div className={styles.document}>
        <NoteEditor
          desk={desk}
          note={note}
          setting={setting}
          view={view}
          isToolbarShown={isToolbarShown}
          isFocusMode={isFocusMode}
          onView={noteView => useLayout.setState({ noteView })}
          onHeading={setHeading}
          onReady={onReady}
          onSelection={setSelectionSize}
          onStats={onStats}
        />
      </div>
    </>
  )
}

/** The cursor, and what was typed meanwhile, come to the editor if they are for it. */
function goOn(editor: NoteEditorHandle, isPlain: boolean): void {
  if (takeFocusWish()) editor.focus()
  const typed = isPlain ? '' : takeTyped()
  if (editor.hasFocus()) editor.type(typed)
}

function setSelectionSize(selectionSize: TextSize | undefined): void {
  useEditorInfo.setState({ selectionSize })
}

function setHeading(heading: number): void {
  if (useEditorInfo.getState().heading !== heading) useEditorInfo.setState({ heading })
}

/** Goes to what a link or a search asked for, once; not before the document has been looked through. */
function reveal(handle: NoteEditorHandle | undefined): void {
  const { place, shown, reveal: wanted } = usePlace.getState()
  if (shown !== place) return
  const { outline, size } = useEditorInfo.getState()
  if (wanted === undefined || handle === undefined || size === undefined) return
  usePlace.setState({ reveal: undefined })
  if (takeFocusWish()) handle.focus()
  if (wanted.text !== undefined) return handle.revealText(wanted.text)
  const heading = wanted.heading?.toLowerCase()
  const index = outline.findIndex(({ text }) => text.toLowerCase() === heading)
  if (index >= 0) handle.scrollToHeading(index)
}
