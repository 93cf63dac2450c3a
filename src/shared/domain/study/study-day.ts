/** Milliseconds of a day. */
export const dayMs = 24 * 60 * 60 * 1000
const hourMs = dayMs / 24
const minuteMs = hourMs / 60

/** When something happened, by the clock of the place where it did. */
export interface LocalTime {
  /** Epoch milliseconds. */
  readonly at: number
  /** Minutes that the clock was ahead of UTC. */
  readonly offset: number
}

/**
 * Milliseconds on a clock whose midnight (in UTC) is when the user's day of study begins: what counts days of UTC
 * counts days of study then.
 */
export function toStudyTime({ at, offset }: LocalTime, dayStartsAt: number): number {
  return at + offset * minuteMs - dayStartsAt * hourMs
}

/** The day of study, in days since 1970-01-01. */
export function studyDay(time: LocalTime, dayStartsAt: number): number {
  return Math.floor(toStudyTime(time, dayStartsAt) / dayMs)
}

/** Epoch milliseconds at which the day of study after that of `now` begins. */
export function nextStudyDayStart(now: LocalTime, dayStartsAt: number): number {
  return now.at + (studyDay(now, dayStartsAt) + 1) * dayMs - toStudyTime(now, dayStartsAt)
}

/** A calendar day, `2027-01-31`, in days since 1970-01-01. */
export function dayOfCalendar(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)
}

/** A day in days since 1970-01-01 as `2027-01-31`. */
export function calendarOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
