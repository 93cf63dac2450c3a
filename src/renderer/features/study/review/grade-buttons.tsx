import { useState } from 'react'
import type { ReviewOutcome } from '../../../../shared/contract/study-procedures'
import { ratings, type Rating } from '../../../../shared/domain/study/rating'
import { intervalWords } from './interval-words'
import styles from './review.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** The four grades, each with when the answer comes back; the first one alone says that it was not recalled. */
export function GradeButtons({
  outcomes,
  onGrade,
}: {
  readonly outcomes: readonly ReviewOutcome[] | undefined
  readonly onGrade: (rating: Rating) => void
}) {
  const { t } = useTranslation()
  const [now] = useState(Date.now)
  return (
    <div className={styles.grades} role="group" aria-label={t('review.grade')}>
      {ratings.map(rating => {
        const outcome = outcomes?.find(candidate => candidate.rating === rating)
        return (
          <button key={rating} type="button" className={styles.grade} onClick={() => onGrade(rating)}>
            <kbd>{rating}</kbd>
            <span className={styles.gradeName}>{t(`review.grades.${rating}`)}</span>
            <span className={styles.gradeHint}>{t(`review.gradeHints.${rating}`)}</span>
            <span className={styles.gradeInterval}>
              {outcome === undefined ? ' ' : intervalWords(outcome, now, t)}
            </span>
          </button>
        )
      })}
    </div>
  )
}
