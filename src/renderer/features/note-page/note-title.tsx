import { useRef, useState } from 'react'
import { useRenameNote } from '../../app/note/use-rename-note'
import { focusEditor } from '../../state/editor-info'
import styles from './note-page.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface NoteTitleProps {
  readonly path: string
  readonly title: string
  readonly isEditable: boolean
}

/** The title of a note; pressed, it is written anew: Enter renames the note, Escape leaves it. */
export function NoteTitle({ path, title, isEditable }: NoteTitleProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string>()
  const renameNote = useRenameNote()
  // The field also loses the focus when Enter or Escape takes it away.
  const isOpen = useRef(false)
  const finish = (draftTitle: string | undefined): void => {
    if (!isOpen.current) return
    isOpen.current = false
    const newTitle = draftTitle?.trim() ?? ''
    setDraft(undefined)
    if (newTitle !== '' && newTitle !== title) void renameNote({ path, title }, { newTitle })
  }
  if (!isEditable) return <h1 className={styles.title}>{title}</h1>
  if (draft === undefined) {
    return (
      <h1 className={styles.title}>
        <button
          className={styles.rename}
          onClick={() => {
            isOpen.current = true
            setDraft(title)
          }}
          title={t('rename.edit')}
          type="button"
        >
          {title}
        </button>
      </h1>
    )
  }
  return (
    <h1 className={styles.title}>
      <input
        aria-label={t('rename.name')}
        autoFocus
        className={styles.field}
        maxLength={500}
        onBlur={() => finish(draft)}
        onChange={event => setDraft(event.target.value)}
        onFocus={event => event.target.select()}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') finish(draft)
          else if (event.key === 'Escape') finish(undefined)
          else return
          event.preventDefault()
          focusEditor()
        }}
        value={draft}
      />
    </h1>
  )
}
