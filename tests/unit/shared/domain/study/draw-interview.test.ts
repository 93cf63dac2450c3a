import { describe, expect, it } from 'vitest'
import { drawInterview, weightOf } from '../../../../../src/shared/domain/study/draw-interview'

const question = (id: string, more: Partial<Parameters<typeof weightOf>[0]> = {}) => ({
  id,
  confidence: null,
  isDue: false,
  retrievability: null,
  ...more,
})

describe('drawInterview', () => {
  it('draws in proportion to the weights', () => {
    const weak = question('weak', { confidence: 1, isDue: true, retrievability: 0 })
    const known = question('known', { confidence: 5, retrievability: 1 })
    expect(weightOf(weak) / weightOf(known)).toBe(8)
    const draws = Array.from({ length: 4000 }, (_, seed) => drawInterview([known, weak], 1, seed)[0])
    const share = draws.filter(id => id === 'weak').length / draws.length
    expect(share).toBeGreaterThan(0.86)
    expect(share).toBeLessThan(0.92)
  })

  it('gives each question once, and all of them when there are fewer than asked for', () => {
    const all = Array.from({ length: 9 }, (_, index) => question(`q${index}`))
    expect(drawInterview(all, 20, 3).sort()).toEqual(all.map(({ id }) => id))
    expect(new Set(drawInterview(all, 5, 3)).size).toBe(5)
  })

  it('puts them in another order with another seed', () => {
    const all = Array.from({ length: 9 }, (_, index) => question(`q${index}`))
    expect(drawInterview(all, 9, 1)).not.toEqual(drawInterview(all, 9, 2))
  })
})
