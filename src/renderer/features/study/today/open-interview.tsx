import { goTo } from '../../../state/place'
import { useNotebook } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { timeLeft, type Interview } from '../interview/interview'
import { useInterview } from '../interview/interview-store'
import { useClock } from '../interview/use-clock'
import styles from './today.module.css'
import { useTranslation } from '../../../ui/use-translation'

const minuteMs = 60_000

/** Says that a mock interview is under way, and leads back to it. */
export function OpenInterview() {
  const interview = useInterview(state => state.interview)
  const notebookId = useNotebook().data?.id
  if (interview === undefined || interview.notebookId !== notebookId || interview.event !== null) return null
  return <Card interview={interview} />
}

function Card({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const now = useClock()
  const kind = kindOf(interview, now)
  const { total } = timeLeft(interview, now)
  return (
    <section className={styles.card} aria-label={t('today.interview.title')}>
      <div className={styles.row}>
        <div className={styles.what}>
          <h2 className={styles.title}>
            {t(`today.interview.${kind}`, {
              number: interview.entries.length + 1,
              count: interview.questions.length,
            })}
          </h2>
          {kind === 'running' && total !== null && (
            <p className={styles.quiet}>
              {t('today.interview.left', { count: Math.ceil(total / minuteMs) })}
            </p>
          )}
        </div>
        <Button tone="primary" onClick={() => goTo({ kind: 'study', page: 'interview' })}>
          {t('today.interview.back')}
        </Button>
      </div>
    </section>
  )
}

function kindOf(interview: Interview, now: number): 'running' | 'paused' | 'timeUp' | 'grading' | 'done' {
  const { phase, pausedAt, timeUp } = interview
  if (phase === 'asking') {
    const { total } = timeLeft(interview, now)
    if (total !== null && total <= 0) return 'timeUp'
    return pausedAt === undefined ? 'running' : 'paused'
  }
  if (phase === 'grading') return timeUp === 'untold' ? 'timeUp' : 'grading'
  return 'done'
}
