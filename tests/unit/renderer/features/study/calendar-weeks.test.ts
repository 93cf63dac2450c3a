import { expect, test } from 'vitest'
import { firstDayOf, monthsOf } from '../../../../../src/renderer/features/study/progress/calendar-weeks'
import { calendarOfDay, dayOfCalendar } from '../../../../../src/shared/domain/study/study-day'

test('weeks begin on a Monday, and the last is that of today', () => {
  const firsts = ['2026-11-23', '2026-11-26', '2026-11-29'].map(day => firstDayOf(2, dayOfCalendar(day)))
  expect(firsts.map(calendarOfDay)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16'])
})

test('a month is named at the week in which it begins', () => {
  const today = dayOfCalendar('2027-01-02')
  const first = firstDayOf(6, today)
  expect(monthsOf(first, today)).toEqual([
    { week: 1, day: '2026-12-01' },
    { week: 5, day: '2027-01-01' },
  ])
})
