import { Flag } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ratings, type Rating } from '../../../../shared/domain/study/rating'
import { interviewGradingKeys, studyKeyOf } from '../../../app/study-keys'
import { usePlacedQuestions } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { ComparedAnswer } from '../compared-answer'
import { QuestionHead } from '../question-head'
import { GradeButtons } from '../review/grade-buttons'
import { backToEntryBefore, gradeEntry, type Interview } from './interview'
import { changeInterview } from './interview-store'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** Each answer of a mock interview against the own one, to be graded by the user. */
export function GradingPage({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const page = useRef<HTMLElement>(null)
  const entry = interview.entries[interview.gradeAt]
  const placed = entry === undefined ? undefined : byId.get(entry.question)
  useEffect(() => {
    if (placed === undefined) changeInterview(current => gradeEntry(current, null))
    else page.current?.focus()
  }, [placed])
  if (entry === undefined || placed === undefined) return null
  const grade = (rating: Rating | null): void => changeInterview(current => gradeEntry(current, rating))
  return (
    <article
      ref={page}
      tabIndex={-1}
      className={`${styles.page} ${styles.gradingPage}`}
      aria-label={t('interview.grading')}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const rating = ratings.find(candidate => String(candidate) === event.key)
        if (rating !== undefined) grade(rating)
        else if (studyKeyOf(interviewGradingKeys, event, false) === 'back') changeInterview(backToEntryBefore)
        else return
        event.preventDefault()
      }}
    >
      <QuestionHead
        key={entry.question}
        placed={placed}
        aside={
          <span className={styles.clocks}>
            {entry.isFlagged && (
              <Flag size={13} role="img" aria-label={t('interview.flagged')} fill="currentColor" />
            )}
            {entry.outcome === 'skipped' && <span>{t('interview.skipped')}</span>}
            <span className={styles.total}>
              {t('interview.number', { number: interview.gradeAt + 1, count: interview.entries.length })}
            </span>
          </span>
        }
      />
      <ComparedAnswer key={`answer ${entry.question}`} item={placed.item} written={entry.text} />
      <footer className={styles.footer} data-is-bottom-bar>
        <div className={styles.grading}>
          <GradeButtons outcomes={undefined} onGrade={grade} />
          <div className={styles.controls}>
            <Button
              tone="quiet"
              disabled={interview.gradeAt === 0}
              onClick={() => changeInterview(backToEntryBefore)}
            >
              {t('interview.back')}
            </Button>
            <span className={styles.space} />
            <Button tone="quiet" onClick={() => grade(null)}>
              {t('interview.noGrade')}
            </Button>
          </div>
        </div>
      </footer>
    </article>
  )
}
