import type { KeptInterview } from '../../../../shared/contract/study-procedures'
import { clockWords } from './clock-words'
import { interviewResult } from './interview-result'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** Mock interviews that are in the study log, each to be looked at. */
export function PastInterviews({
  interviews,
  onOpen,
}: {
  readonly interviews: readonly KeptInterview[]
  readonly onOpen: (event: string) => void
}) {
  const { t, i18n } = useTranslation()
  if (interviews.length === 0) return null
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section className={styles.past} aria-label={t('interview.past')}>
      <h2 className={styles.label}>{t('interview.past')}</h2>
      <ul>
        {interviews.map(({ event, startedAt, entries }) => {
          const { recalled, graded, ms } = interviewResult(entries)
          return (
            <li key={event}>
              <button type="button" className={styles.pastRow} onClick={() => onOpen(event)}>
                <span className={styles.pastDay}>{day.format(startedAt)}</span>
                <span className={styles.total}>{t('interview.pastResult', { recalled, count: graded })}</span>
                <span className={styles.total}>{t('interview.pastTime', { time: clockWords(ms) })}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
