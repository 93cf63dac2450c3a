import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockMarkdown, InlineMarkdown } from '../../editor/inline-markdown'
import { NotePane } from '../../app/note/note-pane'
import type { PlacedQuestion } from '../../state/queries'
import { Button } from '../../ui/button'
import { GradeButtons } from './grade-buttons'
import styles from './review.module.css'
import { reviewKeys } from './review-keys'
import type { ReviewSession } from './review-session'

/** The question at hand: recall or write, reveal, grade. */
export function ReviewCard({
  placed,
  session,
}: {
  readonly placed: PlacedQuestion
  readonly session: ReviewSession
}) {
  const { t } = useTranslation()
  const { item, section } = placed
  const [answer] = item.notes
  useEffect(() => {
    const onKeyDown = reviewKeys(session)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session])
  return (
    <article className={styles.page} aria-label={t('review.label')}>
      <header className={styles.header}>
        <div className={styles.above}>
          <span className={styles.number}>
            {section.number}.{item.number}
          </span>
          <span className={styles.section}>{section.title}</span>
          <span role="status">{t('review.left', { count: session.left })}</span>
        </div>
        <h1 className={styles.question}>
          <InlineMarkdown text={item.text} />
        </h1>
        {item.body !== null && <BlockMarkdown text={item.body} />}
      </header>
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
      {session.step === 'grade' && answer !== undefined && (
        <NotePane target={{ path: answer }} label={t('review.ownAnswer')} isEditable={false} />
      )}
      <footer className={styles.footer}>
        {session.step === 'grade' ? (
          <GradeButtons outcomes={session.outcomes} onGrade={rating => void session.grade(rating)} />
        ) : (
          <>
            {session.step === 'recall' && (
              <Button onClick={session.startWriting}>{t('review.writeFromMemory')}</Button>
            )}
            <Button tone="primary" onClick={session.reveal}>
              {t('review.reveal')}
            </Button>
          </>
        )}
      </footer>
    </article>
  )
}
