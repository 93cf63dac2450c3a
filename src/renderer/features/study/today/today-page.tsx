import type { StudyPlan, TodayView } from '../../../../shared/contract/study-procedures'
import { usePlan, useStudySettings, useToday } from '../../../state/queries'
import { DateForm } from './date-form'
import { Forecast } from './forecast'
import { OpenInterview } from './open-interview'
import { Reviews } from './reviews'
import { StudySettingsForm } from './study-settings-form'
import styles from './today.module.css'
import { WriteList } from './write-list'
import { useTranslation } from '../../../ui/use-translation'

/** How many questions to write about are shown without a plan. */
const shownWithoutPlan = 5

/** What there is to do today, and for the day of the interview. */
export function TodayPage() {
  const { t, i18n } = useTranslation()
  const today = useToday().data
  const settings = useStudySettings().data
  const plan = usePlan()
  if (today === undefined || settings === undefined || plan.data === undefined) return null
  const { interviewOn } = settings
  // While the plan for another date is being made, the one that is there is of the date before.
  const current = plan.data?.interviewOn === interviewOn ? plan.data : null
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <article className={styles.page} aria-label={t('today.title')}>
      <header className={styles.head}>
        <h1 className={styles.heading}>{day.format(new Date(`${today.day}T00:00:00Z`))}</h1>
        {current !== null && <DaysLeft plan={current} />}
      </header>
      <OpenInterview />
      <Reviews today={today} plan={plan.data} />
      <Writes today={today} plan={plan.data} />
      <section className={styles.card} aria-label={t('today.date')}>
        <h2 className={styles.title}>{t('today.date')}</h2>
        <DateForm settings={settings} today={today.day} />
        {current !== null && <Forecast plan={current} />}
        {interviewOn !== null && interviewOn <= today.day && (
          <p className={styles.quiet}>
            {t(interviewOn === today.day ? 'today.dateIsToday' : 'today.datePast')}
          </p>
        )}
      </section>
      <StudySettingsForm settings={settings} />
    </article>
  )
}

function DaysLeft({ plan }: { readonly plan: StudyPlan }) {
  const { t } = useTranslation()
  const { perDay, doneToday } = plan.minutes
  return (
    <p className={styles.lead}>
      {t('today.daysLeft', { count: plan.daysLeft })} ·{' '}
      {t('today.minutesDone', { done: Math.round(doneToday), count: perDay })}
    </p>
  )
}

/** What to write next: as many as fit into today's minutes, or the first few. */
function Writes({ today, plan }: { readonly today: TodayView; readonly plan: StudyPlan | null }) {
  const { t } = useTranslation()
  const ids = plan?.today.writes ?? today.writes.slice(0, shownWithoutPlan)
  const others = today.writes.length - ids.length
  return (
    <section className={styles.card} aria-label={t('today.writes')}>
      <h2 className={styles.title}>
        {today.writes.length === 0
          ? t('today.allWritten')
          : plan === null
            ? t('today.writeNext')
            : t('today.writeCount', { count: ids.length })}
      </h2>
      <WriteList ids={ids} label={t('today.writes')} />
      {others > 0 && <p className={styles.quiet}>{t('today.writesLater', { count: others })}</p>}
    </section>
  )
}
