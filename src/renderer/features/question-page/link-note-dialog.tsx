import { useState } from 'react'
import { useBackend } from '../../state/backend'
import { goTo } from '../../state/place'
import { useNotes, type PlacedQuestion } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import styles from './link-note-dialog.module.css'
import { useTranslation } from '../../ui/use-translation'

const mostShown = 200

/** Makes a note that is there an answer to the open question. */
export function LinkNoteDialog({ placed }: { readonly placed: PlacedQuestion }) {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const [filter, setFilter] = useState('')
  const [isFailed, setIsFailed] = useState(false)
  const { id, notes: answers } = placed.item
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const notes = (useNotes().data ?? [])
    .filter(
      note =>
        !answers.includes(note.path) &&
        words.every(word => `${note.title} ${note.path}`.toLowerCase().includes(word)),
    )
    .slice(0, mostShown)
  const link = async (path: string): Promise<void> => {
    try {
      await sessions.ofPath(path)?.flush()
      await client['notes.link']({ path, questionId: id })
      closeDialog()
      goTo({ kind: 'question', id, notePath: path })
    } catch {
      setIsFailed(true)
    }
  }
  return (
    <Dialog
      title={t('linkNote.title')}
      closeLabel={t('action.close')}
      description={t('linkNote.description')}
      onClose={closeDialog}
    >
      <TextField
        label={t('linkNote.filter')}
        value={filter}
        error={isFailed ? t('linkNote.failed') : undefined}
        onChange={event => setFilter(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          const [first] = notes
          if (event.key === 'Enter' && first !== undefined) void link(first.path)
        }}
      />
      {notes.length === 0 ? (
        <p className={styles.empty}>{t('linkNote.nothing')}</p>
      ) : (
        <ul className={styles.notes} aria-label={t('linkNote.notes')}>
          {notes.map(note => (
            <li key={note.path}>
              <button type="button" className={styles.note} onClick={() => void link(note.path)}>
                <span>{note.title}</span>
                <span className={styles.path}>{note.path}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
