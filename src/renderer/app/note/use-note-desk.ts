import { useCallback, useEffect, useMemo, useState } from 'react'
import { detectLanguage } from '../../../shared/domain/import/detect-language'
import type { Translate } from '../../editor/editor-context'
import { type DeskNote, type DeskSetting, NoteDesk } from '../../editor/note-desk'
import { useBackend } from '../../state/backend'
import type { NoteSession } from '../../state/note-session'
import type { NoteSessions } from '../../state/note-sessions'
import { useNotebook } from '../../state/queries'
import { useTranslation } from '../../ui/use-translation'
import { useEditorServices } from './editor-services'

/** The desk of the middle pane is the page's, so that notes find there what they left. */
const mainDesks = new WeakMap<NoteSessions, NoteDesk>()

/** The desk that notes are written at; a note that is only shown has one of its own. */
export function useNoteDesk(isOwn: boolean): NoteDesk {
  const { sessions } = useBackend()
  const [desk] = useState(() => (isOwn ? new NoteDesk() : mainDesk(sessions)))
  useEffect(() => (isOwn ? () => desk.destroy() : undefined), [desk, isOwn])
  return desk
}

function mainDesk(sessions: NoteSessions): NoteDesk {
  const desk = mainDesks.get(sessions) ?? new NoteDesk()
  mainDesks.set(sessions, desk)
  return desk
}

interface ShownSession {
  readonly session: NoteSession
  readonly label: string
  readonly placeholder: string
  readonly isEditable: boolean
}

/** What is kept of a note goes with it when it gets a path, or another one. */
function useMoves(desk: NoteDesk, keyOf: (place: string) => string): void {
  const { sessions } = useBackend()
  useEffect(
    () => sessions.onMoved((from, to) => desk.rename(keyOf(from), keyOf(to))),
    [sessions, desk, keyOf],
  )
}

/** What a session's note is on a desk. */
export function useDeskNote(
  desk: NoteDesk,
  { session, label, placeholder, isEditable }: ShownSession,
): { readonly note: DeskNote; readonly setting: DeskSetting } {
  const { t } = useTranslation()
  const { sessions } = useBackend()
  const services = useEditorServices(session)
  const notebookId = useNotebook().data?.id ?? ''
  const keyOf = useCallback((place: string) => `${notebookId} ${place}`, [notebookId])
  useMoves(desk, keyOf)
  const note = useMemo(
    () =>
      desk.open({
        key: () => keyOf(session.path ?? session.questionId ?? ''),
        body: session.body,
        onEdit: getBody => session.edited(getBody),
        onLateEdit: (before, getBody) => void sessions.editedLate(session, before, getBody),
      }),
    [desk, session, sessions, keyOf],
  )
  const translate = useMemo((): Translate => (key, values) => t(key, { ...values }), [t])
  const setting = useMemo(
    (): DeskSetting => ({
      services,
      translate,
      label,
      placeholder,
      language: detectLanguage([note.body]),
      isEditable,
    }),
    [services, translate, label, placeholder, note, isEditable],
  )
  return { note, setting }
}
