import { useEffect, useRef, useState } from 'react'
import { everyQuestion, narrowsNothing } from '../../../../shared/domain/study/question-filter'
import { ratings } from '../../../../shared/domain/study/rating'
import { reviewMs } from '../../../../shared/domain/study/review-time'
import { useToday } from '../../../state/queries'
import { setReviewFilter } from '../../../state/review-filter'
import { Button } from '../../../ui/button'
import { openToWrite } from '../open-to-write'
import type { DoneReview, Review } from './review'
import styles from './review.module.css'
import { useReviewKeys } from './review-keys'
import type { ReviewSession } from './review-session'
import { useTranslation } from '../../../ui/use-translation'

interface ReviewEndProps {
  readonly review: Review
  readonly session: ReviewSession
  /** How many are due by now and pass the filter. */
  readonly due: number
  /** How many are not due and pass the filter. */
  readonly ahead: number
  /** Goes on with what is due by now. */
  readonly onAgain: () => void
  /** Reviews answers that are not due. */
  readonly onAhead: () => void
}

/** When no question is left, or there was none: what was done, and what can be done next. */
export function ReviewEnd(props: ReviewEndProps) {
  const { review, session } = props
  const { t, i18n } = useTranslation()
  const today = useToday().data
  const [now] = useState(Date.now)
  const page = useRef<HTMLElement>(null)
  useReviewKeys(page, session, undefined)
  // Whoever still presses keys of a review, presses them here.
  useEffect(() => page.current?.focus(), [])
  const isFiltered = !narrowsNothing(review.filter)
  const isNothing = session.done.length <= review.doneBefore && (session.done.length === 0 || isFiltered)
  const title = isNothing ? 'review.nothingDue' : 'review.allDone'
  return (
    <section ref={page} tabIndex={-1} className={styles.empty} aria-labelledby="review-end">
      <h1 id="review-end" className={styles.title}>
        {t(title)}
      </h1>
      {isNothing && (
        <p className={styles.words}>{t(isFiltered ? 'review.nothingMatches' : 'review.nothingDueHint')}</p>
      )}
      {session.done.length > 0 && <Done done={session.done} />}
      {typeof today?.nextDueAt === 'number' && (
        <p className={styles.words}>
          {t('review.nextAt', { time: whenWords(today.nextDueAt, i18n.language, now) })}
        </p>
      )}
      <Next {...props} />
    </section>
  )
}

/** How many answers were reviewed, in what time and with what grades. */
function Done({ done }: { readonly done: readonly DoneReview[] }) {
  const { t } = useTranslation()
  const minutes = Math.round(done.reduce((sum, each) => sum + reviewMs(each), 0) / 60_000)
  const counts = ratings.map(rating => ({
    rating,
    count: done.filter(each => each.rating === rating).length,
  }))
  return (
    <>
      <p className={styles.words}>
        {t('review.doneCount', { count: done.length })} {t('review.doneIn', { count: Math.max(1, minutes) })}
      </p>
      <ul className={styles.byGrade} aria-label={t('review.byGrade')}>
        {counts.map(({ rating, count }) => (
          <li key={rating}>
            {t(`review.grades.${rating}`)} <b>{count}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function Next({ review, session, due, ahead, onAgain, onAhead }: ReviewEndProps) {
  const { t } = useTranslation()
  const today = useToday().data
  const [write] = today?.writes ?? []
  const others = (today?.reviews.length ?? 0) - due
  return (
    <div className={styles.actions}>
      {due > 0 && (
        <Button tone="primary" onClick={onAgain}>
          {session.done.length === 0 ? t('today.startReviews') : t('review.goOn')}
        </Button>
      )}
      {!narrowsNothing(review.filter) && (
        <Button tone={due > 0 ? 'plain' : 'primary'} onClick={() => setReviewFilter(everyQuestion)}>
          {others > 0 ? t('review.clearFilterFor', { count: others }) : t('review.clearFilter')}
        </Button>
      )}
      {due === 0 && ahead > 0 && <Button onClick={onAhead}>{t('review.ahead')}</Button>}
      {write !== undefined && (
        <Button
          tone={due === 0 && narrowsNothing(review.filter) ? 'primary' : 'plain'}
          onClick={() => openToWrite({ id: write })}
        >
          {t('review.writeNext')}
        </Button>
      )}
    </div>
  )
}

/** The time of something within half a day, else its day. */
function whenWords(at: number, language: string, now: number): string {
  const isSoon = at - now < 12 * 60 * 60 * 1000
  const format = isSoon ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'full' } as const)
  return new Intl.DateTimeFormat(language, format).format(at)
}
