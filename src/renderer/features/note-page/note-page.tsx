import { FolderInput, Trash2 } from 'lucide-react'
import type { NoteSummary } from '../../../shared/contract/note-procedures'
import { NotePane } from '../../app/note/note-pane'
import { noteBeside } from '../../app/note/note-rows'
import { useTrashNote } from '../../app/note/use-trash-note'
import { focusEditor, goToWrite } from '../../state/editor-info'
import { goTo, leavePlace, replacePlace, type Place } from '../../state/place'
import { useNotes, usePlacedQuestions } from '../../state/queries'
import { openDialog } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { NoteTitle } from './note-title'
import styles from './note-page.module.css'
import { useTranslation } from '../../ui/use-translation'

/** A note by itself, with the questions that it answers. It stays mounted when another note comes, or the note another path. */
export function NotePage({ path, isEditable }: { readonly path: string; readonly isEditable: boolean }) {
  const { t } = useTranslation()
  const { all, byId } = usePlacedQuestions()
  const notes = useNotes().data ?? []
  const note = notes.find(candidate => candidate.path === path)
  const trashNote = useTrashNote()
  const trash = async (): Promise<void> => {
    const next = placeAfter(path, notes, all[0]?.item.id)
    if (!(await trashNote(path, restored => goToWrite({ kind: 'note', path: restored })))) return
    if (next === undefined) leavePlace()
    else replacePlace(next)
    // The button that has the focus is now for the next note, which no key is to trash.
    focusList()
  }
  return (
    <article className={styles.page} aria-label={t('note.label')}>
      <header className={styles.header}>
        <div className={styles.measure}>
          <span className={styles.path} title={path}>
            {path}
          </span>
          {isEditable && (
            <IconButton label={t('rename.command')} onClick={() => openDialog('rename-note')}>
              <FolderInput size={15} />
            </IconButton>
          )}
          {isEditable && (
            <IconButton label={t('note.trash')} onClick={({ detail }) => detail < 2 && void trash()}>
              <Trash2 size={15} />
            </IconButton>
          )}
        </div>
        <NoteTitle
          key={path}
          path={path}
          title={note?.title ?? path}
          isEditable={isEditable && note !== undefined}
        />
        {note !== undefined && note.answers.length > 0 && (
          <p className={styles.answers}>
            {t('note.answers')}{' '}
            {note.answers.map(id => (
              <button
                key={id}
                type="button"
                className={styles.question}
                onClick={() => goTo({ kind: 'question', id, notePath: path })}
              >
                {byId.get(id)?.item.text ?? id}
              </button>
            ))}
          </p>
        )}
      </header>
      <NotePane target={{ path }} label={t('note.label')} isEditable={isEditable} />
    </article>
  )
}

/** The list beside the note takes the focus; where it is hidden, the note does. */
function focusList(): void {
  const trees = document.querySelectorAll<HTMLElement>('[role=tree]')
  const shown = [...trees].find(({ offsetParent }) => offsetParent !== null)
  if (shown === undefined) focusEditor({ whenOpen: true })
  else shown.focus()
}

/** Where to go from a note that goes away: a note beside it, or a question. */
function placeAfter(
  path: string,
  notes: readonly NoteSummary[],
  questionId: string | undefined,
): Place | undefined {
  const neighbour = noteBeside(path, notes)
  if (neighbour !== undefined) return { kind: 'note', path: neighbour.path }
  return questionId === undefined ? undefined : { kind: 'question', id: questionId }
}
