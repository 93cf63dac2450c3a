import { useTranslation } from 'react-i18next'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { goTo } from '../../state/place'
import { useNotes } from '../../state/queries'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'

/** The notes that answer the open question. */
export function LinkedNotes({ item }: { readonly item: QuestionItem }) {
  const { t } = useTranslation()
  const notes = useNotes().data ?? []
  return (
    <ContextSection
      title={t('context.linkedNotes')}
      count={item.notes.length}
      empty={t('context.noLinkedNotes')}
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
