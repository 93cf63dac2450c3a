import { expect, test } from 'vitest'
import { WritingClock } from '../../../../src/renderer/state/writing-clock'

test('time between moments of writing counts, a pause does not', () => {
  const clock = new WritingClock()
  for (const at of [1000, 3000, 8000, 200_000, 201_000]) clock.wrote(at)
  expect(clock.take()).toBe(8000)
  clock.wrote(202_000)
  expect(clock.take()).toBe(1000)
  expect(clock.take()).toBe(0)
})

test('a clock that is set back takes nothing away', () => {
  const clock = new WritingClock()
  clock.wrote(10_000)
  clock.wrote(4000)
  clock.wrote(5000)
  expect(clock.take()).toBe(1000)
})
