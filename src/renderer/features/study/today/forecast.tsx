import type { StudyPlan } from '../../../../shared/contract/study-procedures'
import styles from './today.module.css'
import { WriteList } from './write-list'
import { useTranslation } from '../../../ui/use-translation'

/** How far the list can be written and held by the day, by simulation, and what it takes for granted. */
export function Forecast({ plan }: { readonly plan: StudyPlan }) {
  const { t, i18n } = useTranslation()
  const { written, recalled, questions, runs } = plan.forecast
  const minutes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const { pace } = plan
  return (
    <div className={styles.forecast} role="status">
      <p>
        {t('today.forecast', {
          written: Math.round(written.mean),
          count: questions,
          low: Math.floor(recalled.low),
          high: Math.ceil(recalled.high),
        })}
      </p>
      <p className={styles.quiet}>
        {t('today.assumes', { write: minutes.format(pace.write), review: minutes.format(pace.review), runs })}{' '}
        {pace.writesMeasured > 0
          ? t('today.measured', { count: pace.writesMeasured })
          : t('today.notMeasured')}
      </p>
      {plan.leaveOut.length > 0 && (
        <details className={styles.leaveOut}>
          <summary>{t('today.leaveOut', { count: plan.leaveOut.length })}</summary>
          <p className={styles.quiet}>{t('today.leaveOutHint')}</p>
          <WriteList ids={plan.leaveOut} label={t('today.leaveOutLabel')} />
        </details>
      )}
    </div>
  )
}
