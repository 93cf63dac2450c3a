import { useEffect, useRef } from 'react'
import type { QueuedReview } from '../../../../shared/contract/study-procedures'
import { HintToggle } from '../../../app/question/hint-toggle'
import { goTo } from '../../../state/place'
import type { PlacedQuestion } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { ComparedAnswer } from '../compared-answer'
import { QuestionHead } from '../question-head'
import { editAnswer } from './edit-answer'
import { GradeButtons } from './grade-buttons'
import { ReviewProgress } from './review-progress'
import styles from './review.module.css'
import { useReviewKeys } from './review-keys'
import type { ReviewSession } from './review-session'
import { useTranslation } from '../../../ui/use-translation'

/** The question at hand: recall or write, reveal, grade. */
export function ReviewCard({
  placed,
  queued,
  session,
}: {
  readonly placed: PlacedQuestion
  readonly queued: Pick<QueuedReview, 'reason'> | undefined
  readonly session: ReviewSession
}) {
  const { t } = useTranslation()
  const { item } = placed
  const card = useRef<HTMLElement>(null)
  useReviewKeys(card, session, () => editAnswer(item, session))
  useEffect(() => {
    if (session.step !== 'write') card.current?.focus()
  }, [session.step])
  return (
    <article ref={card} tabIndex={-1} className={styles.page} aria-label={t('review.label')}>
      <QuestionHead placed={placed} aside={<ReviewProgress queued={queued} session={session} />}>
        {item.hint !== null && session.step !== 'grade' && (
          <HintToggle
            hint={item.hint}
            isOpen={session.isHintShown}
            onToggle={session.toggleHint}
            shortcut={session.step === 'recall' ? 'H' : undefined}
          />
        )}
      </QuestionHead>
      {session.step === 'write' && <Writing session={session} />}
      {session.step === 'grade' && (
        <ComparedAnswer
          item={item}
          written={session.written}
          chosen={session.answer}
          onChoose={session.chooseAnswer}
        />
      )}
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

function Writing({ session }: { readonly session: ReviewSession }) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    // Who comes back goes on at the end of what was written.
    current?.setSelectionRange(current.value.length, current.value.length)
    current?.focus()
  }, [])
  return (
    <textarea
      ref={field}
      className={styles.written}
      aria-label={t('review.written')}
      placeholder={t('review.writtenPlaceholder')}
      value={session.written}
      onChange={event => session.setWritten(event.target.value)}
    />
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
      {session.pending.length > 1 && (
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
