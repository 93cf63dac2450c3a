import { expect, it } from 'vitest'
import { createRandom } from '../../../../src/shared/domain/study/random'
import { estimateOfStrata, meanOf } from '../../../bench/plan/estimate'
import { normalFrom } from '../../../bench/plan/learner'

it('has an interval that holds the true mean of strata about 95 times in 100', () => {
  const random = createRandom(1)
  const centres = [0, 5, -3]
  const runs = 2000
  let held = 0
  for (let run = 0; run < runs; run += 1) {
    const strata = centres.map(centre => Array.from({ length: 3 }, () => centre + normalFrom(random)))
    const { mean, halfWidth } = estimateOfStrata(strata)
    if (Math.abs(mean - meanOf(centres)) <= halfWidth!) held += 1
  }
  expect(held / runs).toBeGreaterThan(0.93)
  expect(held / runs).toBeLessThan(0.97)
})

it('claims no interval from one learner of a kind', () => {
  expect(estimateOfStrata([[1], [2, 3]])).toEqual({ mean: 1.75, halfWidth: undefined })
})
