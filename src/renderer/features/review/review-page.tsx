import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../state/place'
import { usePlacedQuestions, useToday } from '../../state/queries'
import { Button } from '../../ui/button'
import { ReviewCard } from './review-card'
import styles from './review.module.css'
import { useReviewSession } from './review-session'

/** Reviews of today, one question after the other. */
export function ReviewPage() {
  const today = useToday().data
  const { byId } = usePlacedQuestions()
  const [session, setSession] = useState<{ key: number; queue: readonly string[] }>()
  if (session === undefined && today !== undefined && byId.size > 0) {
    setSession({ key: 0, queue: today.reviews.map(({ id }) => id).filter(id => byId.has(id)) })
  }
  if (session === undefined) return <div className={styles.page} />
  return (
    <Session
      key={session.key}
      queue={session.queue}
      onAgain={() => setSession({ key: session.key + 1, queue: (today?.reviews ?? []).map(({ id }) => id) })}
    />
  )
}

function Session({ queue, onAgain }: { readonly queue: readonly string[]; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  const session = useReviewSession(queue)
  const today = useToday().data
  const { byId } = usePlacedQuestions()
  const placed = session.current === undefined ? undefined : byId.get(session.current)
  if (placed !== undefined) return <ReviewCard key={placed.item.id} placed={placed} session={session} />
  const [write] = today?.writes ?? []
  return (
    <div className={styles.empty}>
      <h1 className={styles.title}>
        {session.done.length === 0 ? t('review.nothingDue') : t('review.allDone')}
      </h1>
      <p>
        {session.done.length === 0
          ? t('review.nothingDueHint')
          : t('review.doneCount', { count: session.done.length })}
      </p>
      <div className={styles.actions}>
        {session.done.length > 0 && (
          <Button tone="quiet" onClick={() => void session.undo()}>
            {t('review.undo')}
          </Button>
        )}
        {(today?.reviews.length ?? 0) > 0 && <Button onClick={onAgain}>{t('review.goOn')}</Button>}
        {write !== undefined && (
          <Button tone="primary" autoFocus onClick={() => goTo({ kind: 'question', id: write })}>
            {t('review.writeNext')}
          </Button>
        )}
      </div>
    </div>
  )
}
