import { clockWords } from './clock-words'
import type { Interview, timeLeft } from './interview'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** What is left of the time for the question and for all, and which question it is. */
export function Clocks({
  interview,
  left,
}: {
  readonly interview: Interview
  readonly left: ReturnType<typeof timeLeft>
}) {
  const { t } = useTranslation()
  const number = interview.entries.length + 1
  return (
    <span className={styles.clocks}>
      {left.question !== null && (
        <span
          className={styles.clock}
          data-over={left.question < 0}
          role="timer"
          aria-label={t('interview.questionTime')}
        >
          {clockWords(left.question)}
        </span>
      )}
      {left.total !== null && (
        <span className={styles.total} title={t('interview.totalTime')}>
          {t('interview.ofTotal', { time: clockWords(left.total) })}
        </span>
      )}
      <span className={styles.total}>
        {t('interview.number', { number, count: interview.questions.length })}
      </span>
    </span>
  )
}
