import { Clock, Star } from 'lucide-react'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { ConfidenceBar } from '../../ui/confidence-bar'
import styles from './question-marks.module.css'
import { useTranslation } from '../../ui/use-translation'

/** At the end of a question's line: whether it is starred and due, and how sure the user is of it. */
export function QuestionMarks({ item }: { readonly item: QuestionItem }) {
  const { t } = useTranslation()
  const { isStarred, isDue, confidence } = item
  if (!isStarred && !isDue && confidence === null) return null
  return (
    <span className={styles.marks}>
      {isStarred && <Star size={12} className={styles.star} role="img" aria-label={t('tree.starred')} />}
      {isDue && <Clock size={12} className={styles.due} role="img" aria-label={t('tree.due')} />}
      {confidence !== null && (
        <ConfidenceBar confidence={confidence} label={t('tree.confidence', { confidence })} />
      )}
    </span>
  )
}
