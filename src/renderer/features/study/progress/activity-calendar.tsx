import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { calendarOfDay, dayOfCalendar } from '../../../../shared/domain/study/study-day'
import { ChartCard } from './chart-card'
import styles from './progress.module.css'
import { useDayWords } from './use-day-words'
import { useTranslation } from '../../../ui/use-translation'

const weeks = 26
const daysPerWeek = 7
const cellPx = 14
const gapPx = 3
/** Minutes from which a day counts as more, up to the fullest shade. */
const steps = [0, 10, 25, 50]

/** What was done on each day of the last half year: a column for each week, darker for more minutes. */
export function ActivityCalendar({ progress }: { readonly progress: StudyProgress }) {
  const { t } = useTranslation()
  const dayWords = useDayWords()
  const today = dayOfCalendar(progress.day)
  // 1970-01-01 was a Thursday; weeks begin on a Monday.
  const weekday = (today + 3) % daysPerWeek
  const first = today - weekday - (weeks - 1) * daysPerWeek
  const byDay = new Map(progress.activity.map(each => [each.day, each]))
  const recent = progress.activity.filter(({ day }) => dayOfCalendar(day) >= first)
  const size = cellPx + gapPx
  const words = (day: string): string => {
    const done = byDay.get(day)
    return t('progress.dayDone', {
      day: dayWords(day),
      minutes: Math.round(done?.minutes ?? 0),
      count: done?.reviews ?? 0,
    })
  }
  return (
    <ChartCard
      title={t('progress.activity')}
      summary={t('progress.activitySummary', { count: recent.length })}
      empty={t('progress.activityEmpty')}
      table={{
        columns: [t('progress.day'), t('progress.minutes'), t('progress.reviews')],
        rows: [...recent]
          .reverse()
          .map(({ day, minutes, reviews }) => [dayWords(day), String(Math.round(minutes)), String(reviews)]),
      }}
    >
      <svg
        className={styles.calendar}
        viewBox={`0 0 ${weeks * size} ${daysPerWeek * size}`}
        role="img"
        aria-label={t('progress.activitySummary', { count: recent.length })}
      >
        {Array.from({ length: today - first + 1 }, (_, at) => {
          const day = calendarOfDay(first + at)
          return (
            <rect
              key={day}
              x={Math.floor(at / daysPerWeek) * size}
              y={(at % daysPerWeek) * size}
              width={cellPx}
              height={cellPx}
              rx="3"
              data-shade={shadeOf(byDay.get(day))}
            >
              <title>{words(day)}</title>
            </rect>
          )
        })}
      </svg>
    </ChartCard>
  )
}

/** 0 for nothing, then 1 to 4. A review counts as a minute where nobody measured. */
function shadeOf(done: { readonly minutes: number; readonly reviews: number } | undefined): number {
  if (done === undefined) return 0
  const minutes = Math.max(done.minutes, done.reviews)
  return steps.filter(step => minutes >= step).length
}
