import { calendarOfDay } from '../../../../shared/domain/study/study-day'

export const daysPerWeek = 7

/** The first day (days since 1970-01-01) of as many weeks as are wanted, the last of them that of `today`; weeks begin on a Monday. */
export function firstDayOf(weeks: number, today: number): number {
  // 1970-01-01 was a Thursday.
  const weekday = (today + 3) % daysPerWeek
  return today - weekday - (weeks - 1) * daysPerWeek
}

/** Which weeks (from 0) a month begins in, each with the first day of the month: `2027-02-01`. */
export function monthsOf(
  first: number,
  today: number,
): readonly { readonly week: number; readonly day: string }[] {
  return Array.from({ length: today - first + 1 }, (_, at) => ({
    week: Math.floor(at / daysPerWeek),
    day: calendarOfDay(first + at),
  })).filter(({ day }) => day.endsWith('-01'))
}
