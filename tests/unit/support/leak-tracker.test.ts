import { expect, it } from 'vitest'
import { takeLeaks, track, untrack } from '../../support/leak-tracker'

it('tells what was made and never ended, once', () => {
  const [ended, left] = [{}, {}]
  track(ended, 'a socket')
  track(left, 'a backend')
  untrack(ended)
  expect(takeLeaks().map(error => error.message)).toEqual(['a backend was made here and never ended'])
  expect(takeLeaks()).toEqual([])
})
