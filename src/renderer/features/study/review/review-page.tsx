import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  everyQuestion,
  narrowsNothing,
  passesFilter,
  type QuestionFilter,
} from '../../../../shared/domain/study/question-filter'
import { FilterChips } from '../../../app/question-filter/filter-chips'
import { FilterMenu } from '../../../app/question-filter/filter-menu'
import { SectionSelect } from '../../../app/question-filter/section-select'
import { usePlacedQuestions, useToday } from '../../../state/queries'
import { ReviewCard } from './review-card'
import { ReviewEnd } from './review-end'
import styles from './review.module.css'
import { useReviewSession } from './review-session'

interface Round {
  readonly key: number
  readonly queue: readonly string[]
  readonly filter: QuestionFilter
}

/** Reviews of today, one question after the other. */
export function ReviewPage() {
  const today = useToday().data
  const { all, byId } = usePlacedQuestions()
  const [round, setRound] = useState<Round>()
  const due = (today?.reviews ?? []).map(({ id }) => id)
  const start = (ids: readonly string[], filter: QuestionFilter): void => {
    const queue = ids.filter(id => {
      const placed = byId.get(id)
      return placed !== undefined && passesFilter(placed.item, filter)
    })
    setRound({ key: (round?.key ?? 0) + 1, queue, filter })
  }
  if (round === undefined && today !== undefined && byId.size > 0) start(due, everyQuestion)
  if (round === undefined) return null
  const answered = all.filter(({ item }) => item.status === 'answered').map(({ item }) => item.id)
  return (
    <div className={styles.review}>
      <div className={styles.bar}>
        <SectionSelect
          section={round.filter.section}
          onChange={section => start(due, { ...round.filter, section })}
        />
        <FilterMenu filter={round.filter} onChange={filter => start(due, filter)} />
        <FilterChips
          filter={{ ...round.filter, section: null }}
          onChange={filter => start(due, { ...filter, section: round.filter.section })}
        />
      </div>
      <Session
        key={round.key}
        queue={round.queue}
        isFiltered={!narrowsNothing(round.filter)}
        onAgain={() => start(due, round.filter)}
        onAhead={() => start(answered, round.filter)}
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
