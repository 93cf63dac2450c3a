import type { QueuedReview } from '../../../../shared/contract/study-procedures'
import { useToday } from '../../../state/queries'
import { useTranslation } from '../../../ui/use-translation'
import { partsLeft } from './review'
import styles from './review.module.css'
import type { ReviewSession } from './review-session'

/** Why the question is here, how many are left, and of what kind they are. */
export function ReviewProgress({
  queued,
  session,
}: {
  readonly queued: Pick<QueuedReview, 'reason'> | undefined
  readonly session: ReviewSession
}) {
  const { t } = useTranslation()
  const parts = partsLeft(session.pending, session.done, useToday().data?.reviews ?? [])
  const words = (['again', 'due', 'new'] as const)
    .filter(kind => parts[kind] > 0)
    .map(kind => t(`review.part.${kind}`, { count: parts[kind] }))
  return (
    <>
      {queued !== undefined && <span className={styles.reason}>{t(`review.reason.${queued.reason}`)}</span>}
      <span role="status" className={styles.left}>
        {t('review.left', { count: session.pending.length })}
      </span>
      {words.length > 1 && <span className={styles.parts}>{words.join(' · ')}</span>}
    </>
  )
}
