import { calendarOfDay, dayOfCalendar } from '../../../../shared/domain/study/study-day'

/** A date further ahead than this is a slip of the finger. */
const mostDays = 3 * 366

/** The days that can be planned for: from tomorrow, because a plan takes a day at least. */
export function plannableDays(today: string): { readonly first: string; readonly last: string } {
  const day = dayOfCalendar(today)
  return { first: calendarOfDay(day + 1), last: calendarOfDay(day + mostDays) }
}

export type DateProblem = 'incomplete' | 'notAhead' | 'tooFar'

/** Why a date (`2027-01-31`, or empty for none) can't be planned for; undefined where it can. */
export function dateProblem(date: string, isIncomplete: boolean, today: string): DateProblem | undefined {
  if (isIncomplete || isYearBegun(date)) return 'incomplete'
  if (date === '') return undefined
  const { first, last } = plannableDays(today)
  if (dayOfCalendar(date) > dayOfCalendar(last)) return 'tooFar'
  return dayOfCalendar(date) < dayOfCalendar(first) ? 'notAhead' : undefined
}

/** While a year is being typed, the date is one of long ago. */
function isYearBegun(date: string): boolean {
  return date.startsWith('0')
}
