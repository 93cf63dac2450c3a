import { useState } from 'react'
import {
  narrowsNothing,
  passesFilter,
  type QuestionFilter,
} from '../../../../shared/domain/study/question-filter'
import { FilterChips } from '../../../app/question-filter/filter-chips'
import { FilterMenu } from '../../../app/question-filter/filter-menu'
import { SectionSelect } from '../../../app/question-filter/section-select'
import { usePlacedQuestions, useToday } from '../../../state/queries'
import { setReviewFilter, useReviewFilter } from '../../../state/review-filter'
import { ReviewCard } from './review-card'
import { ReviewEnd } from './review-end'
import styles from './review.module.css'
import { useReviewSession } from './review-session'
import { useTranslation } from '../../../ui/use-translation'

interface Round {
  readonly key: number
  readonly queue: readonly string[]
  readonly filter: QuestionFilter
}

/** Reviews of today, one question after the other. */
export function ReviewPage() {
  const today = useToday().data
  const { all, byId } = usePlacedQuestions()
  const filter = useReviewFilter(state => state.filter)
  const [round, setRound] = useState<Round>()
  const due = (today?.reviews ?? []).map(({ id }) => id)
  const start = (ids: readonly string[]): void => {
    const queue = ids.filter(id => {
      const placed = byId.get(id)
      return placed !== undefined && passesFilter(placed.item, filter)
    })
    setRound({ key: (round?.key ?? 0) + 1, queue, filter })
  }
  if (round?.filter !== filter && today !== undefined && byId.size > 0) start(due)
  if (round === undefined) return null
  const answered = all.filter(({ item }) => item.status === 'answered').map(({ item }) => item.id)
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
      </div>
      <Session
        key={round.key}
        queue={round.queue}
        isFiltered={!narrowsNothing(filter)}
        onAgain={() => start(due)}
        onAhead={() => start(answered)}
      />
    </div>
  )
}

function Session({
  queue,
  isFiltered,
  onAgain,
  onAhead,
}: {
  readonly queue: readonly string[]
  readonly isFiltered: boolean
  readonly onAgain: () => void
  readonly onAhead: () => void
}) {
  const { t } = useTranslation()
  const session = useReviewSession(queue)
  const today = useToday().data
  const { byId } = usePlacedQuestions()
  const placed = session.current === undefined ? undefined : byId.get(session.current)
  if (placed === undefined) {
    return <ReviewEnd session={session} isFiltered={isFiltered} onAgain={onAgain} onAhead={onAhead} />
  }
  const attempt = `${placed.item.id} ${session.done.length}`
  return (
    <>
      <span role="status" className="visually-hidden">
        {session.step === 'grade' ? t('review.revealed') : ''}
      </span>
      <ReviewCard
        key={attempt}
        placed={placed}
        queued={today?.reviews.find(({ id }) => id === placed.item.id)}
        session={session}
      />
    </>
  )
}
