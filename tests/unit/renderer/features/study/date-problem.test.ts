import { expect, test } from 'vitest'
import { dateProblem, plannableDays } from '../../../../../src/renderer/features/study/today/date-problem'

const today = '2026-12-30'

test('a date is planned for from tomorrow to three years ahead, and none is no problem', () => {
  expect(plannableDays(today)).toEqual({ first: '2026-12-31', last: '2030-01-01' })
  const problems = ['', '2026-12-31', '2030-01-01'].map(date => dateProblem(date, false, today))
  expect(problems).toEqual([undefined, undefined, undefined])
})

test('what can be no plan says why', () => {
  const problems = ['2026-12-30', '2020-01-01', '0202-12-31', '2030-01-02'].map(date =>
    dateProblem(date, false, today),
  )
  expect(problems).toEqual(['notAhead', 'notAhead', 'incomplete', 'tooFar'])
  expect(dateProblem('', true, today)).toBe('incomplete')
})
