import type { StudyState } from './fold-study-log'
import type { QuestionStatus } from './question-status'
import { reviewMs } from './review-time'
import type { Memory } from './scheduler'
import { studyDay, type LocalTime } from './study-day'
import type { Confidence } from './study-event'

export interface ProgressQuestion {
  readonly id: string
  readonly listId: string
  readonly sectionNumber: number
  readonly sectionTitle: string
  readonly status: QuestionStatus
  readonly confidence: Confidence | null
  readonly isDue: boolean
  readonly memory: Memory | undefined
}

export interface SectionProgress {
  readonly listId: string
  readonly number: number
  readonly title: string
  readonly questions: number
  readonly answered: number
  readonly drafts: number
  readonly due: number
  /** Of the questions whose confidence is set; null where none is. */
  readonly confidence: number | null
  /** The mean of how likely recall is now, over the answers that were reviewed; null where none was. */
  readonly recall: number | null
}

/** What happened on a day of study (days since 1970-01-01). */
export interface DayActivity {
  readonly day: number
  readonly reviews: number
  readonly ms: number
}

/** How many of the reviews of a week (by its first day) were recalled, and how many were expected to be. */
export interface WeekRetention {
  readonly day: number
  readonly reviews: number
  /** Shares, 0 to 1. */
  readonly recalled: number
  readonly expected: number
}

export interface Progress {
  /** Today's day of study. */
  readonly day: number
  readonly sections: readonly SectionProgress[]
  /** How many answers come back on each of the next days, today first; what is overdue counts today. */
  readonly dueForecast: readonly number[]
  /** Days on which something was done, in order. */
  readonly activity: readonly DayActivity[]
  /** Days in a row with something done, up to today or yesterday; and the most there ever were. */
  readonly streak: { readonly current: number; readonly longest: number }
  /** Weeks with reviews that were not first ones, in order. */
  readonly retention: readonly WeekRetention[]
  readonly time: { readonly reviewMs: number; readonly writingMs: number; readonly interviews: number }
  /** Answers that are least likely to be recalled now, the worst first. */
  readonly weakest: readonly { readonly id: string; readonly recall: number; readonly lapses: number }[]
}

export const forecastDays = 30
const weakestCount = 10
const daysPerWeek = 7

/** How far studying has come. */
export function measureProgress(
  state: StudyState,
  questions: readonly ProgressQuestion[],
  now: LocalTime,
): Progress {
  const day = studyDay(now, state.settings.dayStartsAt)
  const activity = activityOf(state)
  return {
    day,
    sections: sectionsOf(state, questions, now),
    dueForecast: dueForecastOf(state, questions, day),
    activity,
    streak: streakOf(
      activity.map(each => each.day),
      day,
    ),
    retention: retentionOf(state, day),
    time: {
      reviewMs: state.reviews.reduce((sum, { event }) => sum + reviewMs(event), 0),
      writingMs: state.writing.reduce((sum, { ms }) => sum + ms, 0),
      interviews: state.sessions.length,
    },
    weakest: weakestOf(state, questions, now),
  }
}

function sectionsOf(
  { scheduler }: StudyState,
  questions: readonly ProgressQuestion[],
  now: LocalTime,
): SectionProgress[] {
  const sections = Map.groupBy(questions, ({ listId, sectionNumber }) => `${sectionNumber} ${listId}`)
  return [...sections.values()].flatMap(members => {
    const [first] = members
    if (first === undefined) return []
    const { listId, sectionNumber, sectionTitle } = first
    const recalls = members.flatMap(({ memory }) =>
      memory === undefined ? [] : [scheduler.retrievability(memory, now)],
    )
    return {
      listId,
      number: sectionNumber,
      title: sectionTitle,
      questions: members.length,
      answered: members.filter(({ status }) => status === 'answered').length,
      drafts: members.filter(({ status }) => status === 'draft').length,
      due: members.filter(({ isDue }) => isDue).length,
      confidence: mean(members.flatMap(({ confidence }) => confidence ?? [])),
      recall: mean(recalls),
    }
  })
}

function dueForecastOf(
  { scheduler }: StudyState,
  questions: readonly ProgressQuestion[],
  day: number,
): number[] {
  const counts = Array.from({ length: forecastDays }, () => 0)
  for (const { memory } of questions) {
    if (memory === undefined) continue
    const at = Math.max(0, scheduler.dueDay(memory) - day)
    if (at < forecastDays) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function activityOf({ reviews, writing, settings }: StudyState): DayActivity[] {
  const days = new Map<number, { reviews: number; ms: number }>()
  const add = (event: LocalTime, count: number, ms: number): void => {
    const at = studyDay(event, settings.dayStartsAt)
    const known = days.get(at) ?? { reviews: 0, ms: 0 }
    days.set(at, { reviews: known.reviews + count, ms: known.ms + ms })
  }
  for (const { event } of reviews) add(event, 1, reviewMs(event))
  for (const event of writing) add(event, 0, event.ms)
  return [...days].map(([day, done]) => ({ day, ...done })).sort((a, b) => a.day - b.day)
}

/** @param days in order, each once. */
function streakOf(days: readonly number[], today: number): { current: number; longest: number } {
  let longest = 0
  let run = 0
  let last: number | undefined
  for (const day of days) {
    run = last !== undefined && day === last + 1 ? run + 1 : 1
    longest = Math.max(longest, run)
    last = day
  }
  // The day is not over yet: a streak that reached yesterday still stands.
  const isAlive = last !== undefined && last >= today - 1
  return { current: isAlive ? run : 0, longest }
}

/** Reviews of answers that were reviewed on an earlier day: for those there is an expectation. */
function retentionOf({ reviews, settings }: StudyState, today: number): WeekRetention[] {
  const weeks = new Map<number, { reviews: number; recalled: number; expected: number }>()
  for (const { event, expected, intervalBeforeDays } of reviews) {
    if (expected === undefined || intervalBeforeDays === 0) continue
    const weeksAgo = Math.floor((today - studyDay(event, settings.dayStartsAt)) / daysPerWeek)
    const known = weeks.get(weeksAgo) ?? { reviews: 0, recalled: 0, expected: 0 }
    weeks.set(weeksAgo, {
      reviews: known.reviews + 1,
      recalled: known.recalled + (event.rating > 1 ? 1 : 0),
      expected: known.expected + expected,
    })
  }
  return [...weeks]
    .sort(([a], [b]) => b - a)
    .map(([weeksAgo, { reviews: count, recalled, expected }]) => ({
      day: today - weeksAgo * daysPerWeek - (daysPerWeek - 1),
      reviews: count,
      recalled: recalled / count,
      expected: expected / count,
    }))
}

function weakestOf(
  { scheduler }: StudyState,
  questions: readonly ProgressQuestion[],
  now: LocalTime,
): Progress['weakest'] {
  return questions
    .flatMap(({ id, memory }) =>
      memory === undefined
        ? []
        : [{ id, recall: scheduler.retrievability(memory, now), lapses: memory.lapses }],
    )
    .sort((a, b) => a.recall - b.recall || b.lapses - a.lapses)
    .slice(0, weakestCount)
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
