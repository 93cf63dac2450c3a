import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { useBackend } from '../../../state/backend'
import { useToday } from '../../../state/queries'
import { ActivityCalendar } from './activity-calendar'
import styles from './progress.module.css'
import { SectionTable } from './section-table'
import { Weakest } from './weakest'
import { useTranslation } from '../../../ui/use-translation'

const Charts = lazy(async () => ({ default: (await import('./charts')).Charts }))

/** How far studying has come. */
export function ProgressPage() {
  const { t } = useTranslation()
  const progress = useProgress()
  if (progress === undefined) return null
  return (
    <article className={styles.page} aria-label={t('progress.title')}>
      <h1 className={styles.heading}>{t('progress.title')}</h1>
      <Figures progress={progress} />
      <SectionTable sections={progress.sections} />
      <Suspense fallback={<div className={styles.charts} />}>
        <Charts progress={progress} />
      </Suspense>
      <ActivityCalendar progress={progress} />
      <Weakest weakest={progress.weakest} />
    </article>
  )
}

function useProgress(): StudyProgress | undefined {
  const { client } = useBackend()
  const { dataUpdatedAt } = useToday()
  return useQuery({
    queryKey: ['progress', dataUpdatedAt],
    queryFn: () => client['study.progress']({}),
    placeholderData: before => before,
    gcTime: 0,
  }).data
}

/** The few numbers that are looked at most. */
function Figures({ progress }: { readonly progress: StudyProgress }) {
  const { t } = useTranslation()
  const { time, streak } = progress
  const dueDetail = useDueDetail()
  const figures = [
    {
      name: t('progress.answered'),
      value: t('progress.of', { done: progress.answered, count: progress.questions }),
      detail: t('progress.drafts', { count: progress.drafts }),
    },
    { name: t('progress.due'), value: String(progress.due), detail: dueDetail },
    {
      name: t('progress.streak'),
      value: t('progress.days', { count: streak.current }),
      detail: t('progress.longest', { count: streak.longest }),
    },
    {
      name: t('progress.time'),
      value: hours(time.writingMinutes + time.reviewMinutes),
      detail: t('progress.timeDetail', {
        writing: hours(time.writingMinutes),
        reviewing: hours(time.reviewMinutes),
      }),
    },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value, detail }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.detail}>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is due, told apart from what else there is to review. */
function useDueDetail(): string {
  const { t } = useTranslation()
  const today = useToday().data
  if (today?.isForDate === true) return t('progress.dueForDate', { count: today.reviews.length })
  const untried = today?.reviews.filter(({ reason }) => reason === 'new').length ?? 0
  return untried > 0 ? t('progress.dueAndNew', { count: untried }) : t('progress.dueDetail')
}

/** Minutes as hours and minutes, `2:05`. */
function hours(minutes: number): string {
  const whole = Math.round(minutes)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
