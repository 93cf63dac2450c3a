import { useTranslation } from 'react-i18next'
import { focusEditor } from '../../../state/editor-info'
import { goTo } from '../../../state/place'
import { useToday } from '../../../state/queries'
import { Button } from '../../../ui/button'
import styles from './review.module.css'
import type { ReviewSession } from './review-session'

/** When no question is left, or there was none: what was done, and what can be done next. */
export function ReviewEnd({
  session,
  isFiltered,
  onAgain,
  onAhead,
}: {
  readonly session: ReviewSession
  readonly isFiltered: boolean
  /** Goes on with what is due by now. */
  readonly onAgain: () => void
  /** Reviews answers that are not due. */
  readonly onAhead: () => void
}) {
  const { t, i18n } = useTranslation()
  const today = useToday().data
  const [write] = today?.writes ?? []
  const count = session.done.length
  const again = (today?.reviews.length ?? 0) > 0 && !isFiltered
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className={styles.empty}>
      <h1 className={styles.title}>{count === 0 ? t('review.nothingDue') : t('review.allDone')}</h1>
      <p className={styles.words}>
        {count === 0
          ? t(isFiltered ? 'review.nothingMatches' : 'review.nothingDueHint')
          : t('review.doneCount', { count })}
      </p>
      {typeof today?.nextDueAt === 'number' && (
        <p className={styles.words}>{t('review.nextAt', { time: time.format(today.nextDueAt) })}</p>
      )}
      <div className={styles.actions}>
        {count > 0 && (
          <Button tone="quiet" onClick={() => void session.undo()}>
            {t('review.undo')}
          </Button>
        )}
        {again ? (
          <Button onClick={onAgain}>{t('review.goOn')}</Button>
        ) : (
          <Button onClick={onAhead}>{t('review.ahead')}</Button>
        )}
        {write !== undefined && (
          <Button
            tone="primary"
            autoFocus
            onClick={() => {
              focusEditor({ whenOpen: true })
              goTo({ kind: 'question', id: write })
            }}
          >
            {t('review.writeNext')}
          </Button>
        )}
      </div>
    </div>
  )
}
