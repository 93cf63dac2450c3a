import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { goTo } from '../../state/place'
import { useNotes } from '../../state/queries'
import { openDialog } from '../../state/view'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

/** The notes that answer the open question. */
export function LinkedNotes({
  item,
  isEditable,
}: {
  readonly item: QuestionItem
  readonly isEditable: boolean
}) {
  const { t } = useTranslation()
  const notes = useNotes().data ?? []
  return (
    <ContextSection
      title={t('context.linkedNotes')}
      count={item.notes.length}
      empty={t('context.noLinkedNotes')}
      action={
        isEditable && (
          <button
            type="button"
            className={`${styles.entry} ${styles.more}`}
            onClick={() => openDialog('link-note')}
          >
            {t('answer.link')}
          </button>
        )
      }
    >
      {item.notes.map(path => (
        <li key={path}>
          <button
            type="button"
            className={styles.entry}
            title={path}
            onClick={() => goTo({ kind: 'note', path })}
          >
            {notes.find(note => note.path === path)?.title ?? path}
          </button>
        </li>
      ))}
    </ContextSection>
  )
}
