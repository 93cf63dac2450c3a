import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { useNotes } from '../../state/queries'
import styles from './answer-tabs.module.css'
import { useTranslation } from '../../ui/use-translation'

export interface AnswerTabsProps {
  readonly item: QuestionItem
  /** Undefined while a new answer is being written. */
  readonly current: string | undefined
  readonly onChoose: (path: string) => void
}

/** One tab for each answer, where there is more than one. */
export function AnswerTabs({ item, current, onChoose }: AnswerTabsProps) {
  const { t } = useTranslation()
  const notes = useNotes().data ?? []
  if (item.notes.length === 0 || (item.notes.length === 1 && current !== undefined)) return null
  return (
    <div role="tablist" aria-label={t('answer.tabs')} className={styles.tabs}>
      {item.notes.map((path, index) => (
        <button
          key={path}
          type="button"
          role="tab"
          aria-selected={path === current}
          className={styles.tab}
          title={path}
          onClick={() => onChoose(path)}
        >
          {notes.find(note => note.path === path)?.title ?? t('answer.number', { number: index + 1 })}
        </button>
      ))}
      {current === undefined && (
        <button type="button" role="tab" aria-selected className={styles.tab}>
          {t('answer.new')}
        </button>
      )}
    </div>
  )
}
