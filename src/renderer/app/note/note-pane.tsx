import { useEffect } from 'react'
import { useErrorWords } from '../error-words'
import { useNotebook } from '../../state/queries'
import { keepTyping } from '../../state/typed-ahead'
import { useSession, type EditorTarget } from './use-session'
import { lazyPart } from '../lazy-part'
import styles from './note-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

const NoteDocument = lazyPart(
  async () => (await import('./note-document')).NoteDocument,
  <div className={styles.opening} />,
)

/** The editor for a note or for an answer that is yet to be written; while it opens, nothing jumps. */
export function NotePane({
  target,
  label,
  isEditable,
  isPlain = false,
}: {
  readonly target: EditorTarget
  readonly label: string
  readonly isEditable: boolean
  /** Whether only its text is shown, without tools. */
  readonly isPlain?: boolean
}) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const opened = useSession(target)
  // Unsaved text is journaled while the user decides about vanished notes.
  const isUndecided = useNotebook().data?.readOnly === 'notes-vanished'
  if (opened.kind === 'opening') return isPlain ? <div className={styles.opening} /> : <Opening />
  if (opened.kind === 'failed') {
    return (
      <div className={styles.failed} role="alert">
        <p className={styles.title}>{t('note.cannotOpen')}</p>
        <p>{errorWords(opened.code)}</p>
      </div>
    )
  }
  const placeholder = 'questionId' in target ? t('answer.placeholder') : t('note.placeholder')
  return (
    <NoteDocument
      session={opened.session}
      label={label}
      placeholder={placeholder}
      isEditable={isEditable || (isUndecided && !isPlain)}
      isPlain={isPlain}
    />
  )
}

/** Who was writing when the note before went away goes on writing when this one is there. */
function Opening() {
  useEffect(() => {
    if (document.activeElement === document.body) keepTyping()
  }, [])
  return <div className={styles.opening} />
}
