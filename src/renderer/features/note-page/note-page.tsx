import { FolderInput, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NotePane } from '../../app/note/note-pane'
import { useBackend } from '../../state/backend'
import { goTo } from '../../state/place'
import { useNotes, usePlacedQuestions } from '../../state/queries'
import { openDialog, showToast } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { NoteTitle } from './note-title'
import styles from './note-page.module.css'

/** A note by itself, with the questions that it answers. Mount it with the path as key. */
export function NotePage({ path, isEditable }: { readonly path: string; readonly isEditable: boolean }) {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const { byId } = usePlacedQuestions()
  const note = useNotes().data?.find(candidate => candidate.path === path)
  const trash = async (): Promise<void> => {
    await sessions.ofPath(path)?.flush()
    const { trashPath } = await client['notes.trash']({ path })
    sessions.forget(path)
    showToast(t('note.trashed'), {
      label: t('action.undo'),
      run: () => void client['notes.restore']({ path, trashPath }),
    })
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
            <IconButton label={t('note.trash')} onClick={() => void trash()}>
              <Trash2 size={15} />
            </IconButton>
          )}
        </div>
        <NoteTitle path={path} title={note?.title ?? path} isEditable={isEditable && note !== undefined} />
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
