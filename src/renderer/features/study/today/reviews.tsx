import type { StudyPlan, TodayView } from '../../../../shared/contract/study-procedures'
import { everyQuestion } from '../../../../shared/domain/study/question-filter'
import { goTo } from '../../../state/place'
import { useAhead, useNotebook, usePlacedQuestions } from '../../../state/queries'
import { setReviewFilter } from '../../../state/review-filter'
import { Button } from '../../../ui/button'
import { beginRound, lookAway } from '../review/review'
import { useReview } from '../review/review-store'
import { reviewParts } from './review-parts'
import styles from './today.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** Reviews of today, and those ahead for which there is time. */
export function Reviews({ today, plan }: { readonly today: TodayView; readonly plan: StudyPlan | null }) {
  const { t } = useTranslation()
  const count = today.reviews.length
  const fits = plan?.today.reviews.length ?? count
  const ahead = plan?.today.ahead.length ?? 0
  const beginAhead = useBeginAhead(today.day)
  const nothing = today.isForDate ? t('today.nothingForDate') : t('today.noReviews')
  return (
    <section className={styles.card} aria-label={t('today.reviews')}>
      <div className={styles.row}>
        <div className={styles.what}>
          <h2 className={styles.title}>{count === 0 ? nothing : t('today.reviewCount', { count })}</h2>
          <p className={styles.quiet}>
            <What today={today} />
            {fits < count ? t('today.reviewsFit', { count: fits }) : null}
            {ahead > 0 ? t('today.ahead', { count: ahead }) : null}
            {today.done.reviews > 0 ? t('today.reviewsDone', { count: today.done.reviews }) : null}
          </p>
        </div>
        {(count > 0 || beginAhead !== undefined) && (
          <Button
            tone={count > 0 ? 'primary' : 'plain'}
            onClick={() => {
              // All that is counted here, whatever was reviewed before.
              setReviewFilter(everyQuestion)
              if (count === 0) beginAhead?.()
              goTo({ kind: 'study', page: 'review' })
            }}
          >
            {count > 0 ? t('today.startReviews') : t('review.ahead')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** Begins a round of answers that are not due; undefined where there are none. */
function useBeginAhead(day: string): (() => void) | undefined {
  const notebookId = useNotebook().data?.id
  const ids = (useAhead().data ?? []).map(({ id }) => id)
  if (notebookId === undefined || ids.length === 0) return undefined
  const round = { notebookId, day, filter: everyQuestion, isAhead: true }
  return () =>
    useReview.setState(({ review }) => ({ review: lookAway(beginRound(review, round, ids, 0), 0) }))
}

/** What the reviews are, and what is due and not among them. */
function What({ today }: { readonly today: TodayView }) {
  const { t, i18n } = useTranslation()
  const { all } = usePlacedQuestions()
  const { parts, dueElsewhere } = reviewParts(
    today,
    all.flatMap(({ item }) => (item.isDue ? [item.id] : [])),
  )
  const list = new Intl.ListFormat(i18n.language)
  const words = parts.map(({ kind, count }) => t(`today.reviewPart.${kind}`, { count }))
  return (
    <>
      {words.length > 0 && t('today.reviewParts', { parts: list.format(words) })}
      {dueElsewhere > 0 && t('today.dueCanWait', { count: dueElsewhere })}
    </>
  )
}
