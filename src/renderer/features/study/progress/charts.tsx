import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { ChartCard } from './chart-card'
import styles from './progress.module.css'
import { useDayWords } from './use-day-words'
import { useTranslation } from '../../../ui/use-translation'

const heightPx = 180
const margin = { top: 8, right: 8, bottom: 0, left: -20 }
const tick = { fill: 'var(--color-ink-3)', fontSize: 11 }
const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--color-line)' } } as const
const tooltip = {
  contentStyle: {
    border: '1px solid var(--color-line)',
    borderRadius: 6,
    background: 'var(--color-raised)',
    color: 'var(--color-ink)',
  },
  cursor: { fill: 'var(--color-hover)' },
  isAnimationActive: false,
} as const

/** What comes back when, and how much is recalled. Loaded by itself, because the library for charts is large. */
export function Charts({ progress }: { readonly progress: StudyProgress }) {
  return (
    <div className={styles.charts}>
      <DueForecast forecast={progress.dueForecast} />
      <Retention retention={progress.retention} />
    </div>
  )
}

function DueForecast({ forecast }: { readonly forecast: StudyProgress['dueForecast'] }) {
  const { t } = useTranslation()
  const dayWords = useDayWords()
  const total = forecast.reduce((sum, { answers }) => sum + answers, 0)
  const rows = forecast.map(({ day, answers }) => ({ day: dayWords(day), answers }))
  return (
    <ChartCard
      title={t('progress.dueForecast')}
      summary={t('progress.dueForecastSummary', { count: total })}
      empty={t('progress.dueForecastEmpty')}
      table={{
        columns: [t('progress.day'), t('progress.answers')],
        rows: total === 0 ? [] : rows.map(({ day, answers }) => [day, String(answers)]),
      }}
    >
      <ResponsiveContainer width="100%" height={heightPx}>
        <BarChart data={rows} margin={margin} title={t('progress.dueForecast')}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="day" interval="preserveStartEnd" minTickGap={24} {...axis} />
          <YAxis allowDecimals={false} {...axis} axisLine={false} />
          <Tooltip {...tooltip} />
          <Bar
            dataKey="answers"
            name={t('progress.answers')}
            fill="var(--color-accent-solid)"
            radius={2}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartCard>
  )
}

function Retention({ retention }: { readonly retention: StudyProgress['retention'] }) {
  const { t, i18n } = useTranslation()
  const dayWords = useDayWords()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const { weeks, target } = retention
  const reviews = weeks.reduce((sum, week) => sum + week.reviews, 0)
  const recalled = weeks.reduce((sum, week) => sum + week.recalled * week.reviews, 0)
  const rows = weeks.map(week => ({ ...week, week: dayWords(week.from) }))
  return (
    <ChartCard
      title={t('progress.retention')}
      summary={t('progress.retentionSummary', {
        recalled: percent.format(reviews === 0 ? 0 : recalled / reviews),
        target: percent.format(target),
        count: reviews,
      })}
      empty={t('progress.retentionEmpty')}
      table={{
        columns: [t('progress.week'), t('progress.recalled'), t('progress.expected'), t('progress.reviews')],
        rows: rows.map(week => [
          week.week,
          percent.format(week.recalled),
          percent.format(week.expected),
          String(week.reviews),
        ]),
      }}
    >
      <ResponsiveContainer width="100%" height={heightPx}>
        <LineChart data={rows} margin={margin} title={t('progress.retention')}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="week" minTickGap={24} {...axis} />
          <YAxis
            domain={[0, 1]}
            tickFormatter={share => percent.format(Number(share))}
            {...axis}
            axisLine={false}
          />
          <Tooltip {...tooltip} formatter={share => percent.format(Number(share))} />
          <Legend iconType="plainline" iconSize={18} wrapperStyle={{ fontSize: 12 }} />
          <ReferenceLine y={target} stroke="var(--color-ink-3)" strokeDasharray="4 4" />
          <Line
            dataKey="recalled"
            name={t('progress.recalled')}
            stroke="var(--color-accent)"
            strokeWidth={2}
            isAnimationActive={false}
          />
          <Line
            dataKey="expected"
            name={t('progress.expected')}
            stroke="var(--color-careful)"
            strokeWidth={2}
            strokeDasharray="2 3"
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </ChartCard>
  )
}
