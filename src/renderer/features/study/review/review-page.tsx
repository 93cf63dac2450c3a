import { useEffectEvent, useLayoutEffect } from 'react'
import {
  everyQuestion,
  passesFilter,
  type QuestionFilter,
} from '../../../../shared/domain/study/question-filter'
import type { QueuedReview } from '../../../../shared/contract/study-procedures'
import { FilterChips } from '../../../app/question-filter/filter-chips'
import { FilterMenu } from '../../../app/question-filter/filter-menu'
import { SectionSelect } from '../../../app/question-filter/section-select'
import { useAhead, useNotebook, usePlacedQuestions, useToday } from '../../../state/queries'
import { setReviewFilter, useReviewFilter } from '../../../state/review-filter'
import { beginRound, goOn, lookAway, type Review } from './review'
import { ReviewCard } from './review-card'
import { ReviewEnd } from './review-end'
import styles from './review.module.css'
import { useReviewSession } from './review-session'
import { changeReview, useReview } from './review-store'
import { EditAnswer, UndoGrade } from './review-tools'
import { useTranslation } from '../../../ui/use-translation'

/** Reviews of today, one question after the other. */
export function ReviewPage() {
  const review = useReview(state => state.review)
  const notebookId = useNotebook().data?.id
  useGoOn()
  if (review === undefined || review.since === null || review.notebookId !== notebookId) return null
  return <Reviews review={review} />
}

/** Takes up the reviews at hand, or begins new ones, when the page opens and when another filter is chosen. */
function useGoOn(): void {
  const today = useToday().data
  const notebookId = useNotebook().data?.id
  const matching = useMatching()
  const chosen = useReviewFilter(state => state.filter)
  const isReady = today !== undefined && notebookId !== undefined && matching !== undefined
  const takeUp = useEffectEvent(() => {
    if (!isReady) return
    const { review } = useReview.getState()
    const isSame = review?.notebookId === notebookId && review.day === today.day
    const filter = chosen ?? (isSame ? review.filter : everyQuestion)
    if (chosen === undefined) setReviewFilter(filter)
    const round = { notebookId, day: today.day, filter, isAhead: false }
    useReview.setState({ review: goOn(review, round, matching(today.reviews, filter), Date.now()) })
  })
  useLayoutEffect(() => {
    takeUp()
    return () => changeReview(before => lookAway(before, Date.now()))
  }, [isReady, notebookId, chosen])
}

/** What picks those that pass a filter; undefined until the questions are known. */
function useMatching():
  (<T extends { id: string }>(all: readonly T[], filter: QuestionFilter) => T[]) | undefined {
  const { byId } = usePlacedQuestions()
  if (byId.size === 0) return undefined
  return (all, filter) =>
    all.filter(({ id }) => {
      const placed = byId.get(id)
      return placed !== undefined && passesFilter(placed.item, filter)
    })
}

function Reviews({ review }: { readonly review: Review }) {
  const { filter } = review
  const session = useReviewSession(review)
  return (
    <div className={styles.review}>
      <div className={styles.bar}>
        <SectionSelect
          section={filter.section}
          onChange={section => setReviewFilter({ ...filter, section })}
        />
        <FilterMenu filter={filter} onChange={setReviewFilter} />
        <FilterChips
          filter={{ ...filter, section: null }}
          onChange={changed => setReviewFilter({ ...changed, section: filter.section })}
        />
        <span className={styles.gap} />
        <EditAnswer session={session} />
        <UndoGrade session={session} />
      </div>
      <AtHand review={review} session={session} />
    </div>
  )
}

function AtHand({
  review,
  session,
}: {
  readonly review: Review
  readonly session: ReturnType<typeof useReviewSession>
}) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const queue = useToday().data?.reviews ?? []
  const ahead = useAhead().data ?? []
  const matching = useMatching()
  const begin = (all: readonly QueuedReview[], isAhead: boolean): void => {
    const ids = matching?.(all, review.filter).map(({ id }) => id) ?? []
    useReview.setState({ review: beginRound(review, { ...review, isAhead }, ids, Date.now()) })
  }
  const placed = session.current === undefined ? undefined : byId.get(session.current)
  if (placed === undefined) {
    return (
      <ReviewEnd
        review={review}
        session={session}
        due={matching?.(queue, review.filter).length ?? 0}
        ahead={matching?.(ahead, review.filter).length ?? 0}
        onAgain={() => begin(queue, false)}
        onAhead={() => begin(ahead, true)}
      />
    )
  }
  const { id } = placed.item
  const queued = queue.find(each => each.id === id)
  return (
    <>
      <span role="status" className="visually-hidden">
        {session.step === 'grade' ? t('review.revealed') : ''}
      </span>
      <ReviewCard
        key={`${id} ${session.done.length}`}
        placed={placed}
        queued={queued ?? (review.isAhead ? { reason: 'ahead' } : undefined)}
        session={session}
      />
    </>
  )
}
