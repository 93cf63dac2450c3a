import { useState } from 'react'
import { focusEditor } from '../../../state/editor-info'
import { goTo } from '../../../state/place'
import { useToday } from '../../../state/queries'
import { Button } from '../../../ui/button'
import styles from './review.module.css'
import type { ReviewSession } from './review-session'
import { useTranslation } from '../../../ui/use-translation'

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
  const [now] = useState(Date.now)
  const [write] = today?.writes ?? []
  const count = session.done.length
  const hasLater = isFiltered || typeof today?.nextDueAt === 'number'
  const again = (today?.reviews.length ?? 0) > 0 && !isFiltered
  return (
    <div className={styles.empty}>
      <h1 className={styles.title}>{count === 0 ? t('review.nothingDue') : t('review.allDone')}</h1>
      <p className={styles.words}>
        {count === 0
          ? t(isFiltered ? 'review.nothingMatches' : 'review.nothingDueHint')
          : t('review.doneCount', { count })}
      </p>
      {typeof today?.nextDueAt === 'number' && (
        <p className={styles.words}>
          {t('review.nextAt', { time: whenWords(today.nextDueAt, i18n.language, now) })}
        </p>
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
          hasLater && <Button onClick={onAhead}>{t('review.ahead')}</Button>
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

/** The time of something within half a day, else its day. */
function whenWords(at: number, language: string, now: number): string {
  const isSoon = at - now < 12 * 60 * 60 * 1000
  const format = isSoon ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'full' } as const)
  return new Intl.DateTimeFormat(language, format).format(at)
}
