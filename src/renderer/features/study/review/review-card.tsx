import { useEffect, useRef } from 'react'
import type { QueuedReview } from '../../../../shared/contract/study-procedures'
import { HintToggle } from '../../../app/question/hint-toggle'
import { goTo } from '../../../state/place'
import type { PlacedQuestion } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { OwnAnswer } from '../own-answer'
import { QuestionHead } from '../question-head'
import { Comparison } from './comparison'
import { GradeButtons } from './grade-buttons'
import styles from './review.module.css'
import { reviewKeys } from './review-keys'
import type { ReviewSession } from './review-session'
import { useTranslation } from '../../../ui/use-translation'

/** The question at hand: recall or write, reveal, grade. */
export function ReviewCard({
  placed,
  queued,
  session,
}: {
  readonly placed: PlacedQuestion
  /** Undefined for one that is not in today's queue any more. */
  readonly queued: QueuedReview | undefined
  readonly session: ReviewSession
}) {
  const { t } = useTranslation()
  const { item } = placed
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const onKeyDown = reviewKeys(session)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session])
  useEffect(() => {
    if (session.step !== 'write') card.current?.focus()
  }, [session.step])
  return (
    <article ref={card} tabIndex={-1} className={styles.page} aria-label={t('review.label')}>
      <QuestionHead placed={placed} aside={<Progress queued={queued} session={session} />}>
        {item.hint !== null && session.step !== 'grade' && (
          <HintToggle hint={item.hint} isOpen={session.isHintShown} onToggle={session.toggleHint} />
        )}
      </QuestionHead>
      {session.step === 'write' && (
        <textarea
          className={styles.written}
          aria-label={t('review.written')}
          placeholder={t('review.writtenPlaceholder')}
          value={session.written}
          autoFocus
          onChange={event => session.setWritten(event.target.value)}
        />
      )}
      {session.step === 'grade' && <Revealed placed={placed} written={session.written} />}
      <footer className={styles.footer} data-is-bottom-bar>
        {session.step === 'grade' ? (
          <GradeButtons outcomes={session.outcomes} onGrade={rating => void session.grade(rating)} />
        ) : (
          <RecallButtons session={session} onOpen={() => goTo({ kind: 'question', id: item.id })} />
        )}
      </footer>
    </article>
  )
}

/** The own answer, beside what was written from memory if anything was. */
function Revealed({ placed, written }: { readonly placed: PlacedQuestion; readonly written: string }) {
  const [path] = placed.item.notes
  if (written.trim() === '' || path === undefined) return <OwnAnswer item={placed.item} />
  return <Comparison path={path} written={written} />
}

/** Why the question is here, how likely recall is, and how many are left. */
function Progress({
  queued,
  session,
}: {
  readonly queued: QueuedReview | undefined
  readonly session: ReviewSession
}) {
  const { t } = useTranslation()
  return (
    <>
      {queued !== undefined && <span className={styles.reason}>{t(`review.reason.${queued.reason}`)}</span>}
      <span role="status" className={styles.left}>
        {t('review.left', { count: session.left })}
      </span>
    </>
  )
}

function RecallButtons({
  session,
  onOpen,
}: {
  readonly session: ReviewSession
  readonly onOpen: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.recall}>
      <Button tone="quiet" onClick={onOpen}>
        {t('review.openQuestion')}
      </Button>
      <span className={styles.space} />
      {session.left > 1 && (
        <Button tone="quiet" onClick={session.skip}>
          {t('review.skip')} {session.step === 'recall' && <kbd>S</kbd>}
        </Button>
      )}
      {session.step === 'recall' && (
        <Button onClick={session.startWriting}>
          {t('review.writeFromMemory')} <kbd>W</kbd>
        </Button>
      )}
      <Button tone="primary" onClick={session.reveal}>
        {t('review.reveal')} <kbd>{session.step === 'write' ? 'Ctrl Enter' : t('review.space')}</kbd>
      </Button>
    </div>
  )
}
