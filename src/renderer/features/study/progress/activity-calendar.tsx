import { useEffect, useRef, type ReactNode } from 'react'
import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { calendarOfDay, dayOfCalendar } from '../../../../shared/domain/study/study-day'
import { daysPerWeek, firstDayOf, monthsOf } from './calendar-weeks'
import { ChartCard } from './chart-card'
import styles from './progress.module.css'
import { useDayWords } from './use-day-words'
import { useTranslation } from '../../../ui/use-translation'

const weeks = 53
const cellPx = 14
const sizePx = cellPx + 3
const monthsPx = 18
/** Of the name of a month that begins in the last week. */
const lastMonthPx = 16
/** Minutes from which a day counts as more, up to the fullest shade. */
const steps = [0, 10, 25, 50]

/** What was done on each day of the last year: a column for each week, darker for more minutes. */
export function ActivityCalendar({ progress }: { readonly progress: StudyProgress }) {
  const { t } = useTranslation()
  const dayWords = useDayWords()
  const today = dayOfCalendar(progress.day)
  const first = firstDayOf(weeks, today)
  const byDay = new Map(progress.activity.map(each => [each.day, each]))
  const recent = progress.activity.filter(({ day }) => dayOfCalendar(day) >= first)
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
      <div className={styles.calendar}>
        <Weekdays first={first} />
        <CalendarScroller label={t('progress.activity')}>
          <svg
            width={weeks * sizePx + lastMonthPx}
            height={monthsPx + daysPerWeek * sizePx}
            role="img"
            aria-label={t('progress.activitySummary', { count: recent.length })}
          >
            <Months first={first} today={today} />
            {Array.from({ length: today - first + 1 }, (_, at) => {
              const day = calendarOfDay(first + at)
              return (
                <rect
                  key={day}
                  x={Math.floor(at / daysPerWeek) * sizePx}
                  y={monthsPx + (at % daysPerWeek) * sizePx}
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
        </CalendarScroller>
      </div>
    </ChartCard>
  )
}

/** The latest weeks are seen first where there is no room for all. */
function CalendarScroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = scroller.current
    if (element !== null) element.scrollLeft = element.scrollWidth
  }, [])
  return (
    <div ref={scroller} className={styles.calendarWeeks} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  )
}

function Months({ first, today }: { readonly first: number; readonly today: number }) {
  const { i18n } = useTranslation()
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' })
  return monthsOf(first, today).map(({ week, day }) => (
    <text key={day} x={week * sizePx} y={11}>
      {month.format(new Date(`${day}T00:00:00Z`))}
    </text>
  ))
}

/** Every second day of the week by name. */
function Weekdays({ first }: { readonly first: number }) {
  const { i18n } = useTranslation()
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <svg width={34} height={monthsPx + daysPerWeek * sizePx} aria-hidden>
      {[0, 2, 4].map(at => (
        <text key={at} x={0} y={monthsPx + at * sizePx + 11}>
          {weekday.format(new Date(`${calendarOfDay(first + at)}T00:00:00Z`))}
        </text>
      ))}
    </svg>
  )
}

/** 0 for nothing, then 1 to 4. A review counts as a minute where nobody measured. */
function shadeOf(done: { readonly minutes: number; readonly reviews: number } | undefined): number {
  if (done === undefined) return 0
  const minutes = Math.max(done.minutes, done.reviews)
  return steps.filter(step => minutes >= step).length
}
