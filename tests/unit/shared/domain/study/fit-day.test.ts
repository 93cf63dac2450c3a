import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitDay } from '../../../../../src/shared/domain/study/plan/fit-day'

const pace = { write: 8 }
const timed = (names: readonly string[], minutes: number) => names.map(what => ({ what, minutes }))
const writes = Array.from({ length: 400 }, (_, at) => `w${at}`)
const fit = (left: number, day: number, reviews = 0) =>
  fitDay(
    {
      reviews: Array.from({ length: reviews }, (_, at) => ({ what: `r${at}`, minutes: 2 })),
      writes,
      ahead: timed(['a'], 1.5),
    },
    left,
    day,
    pace,
  )

describe('a day that is fitted into its minutes', () => {
  it('reviews first, then writes, and reviews nothing ahead while there is something to write', () => {
    expect(fit(30, 0, 3)).toEqual({
      reviews: ['r0', 'r1', 'r2'],
      writes: ['w0', 'w1', 'w2'],
      ahead: [],
      minutes: 30,
    })
    expect(fit(5, 0, 3).reviews).toEqual(['r0', 'r1'])
  })

  it('reviews ahead once all is written', () => {
    expect(fitDay({ reviews: [], writes: ['w'], ahead: timed(['a', 'b', 'c'], 1.5) }, 11.5, 0, pace)).toEqual(
      {
        reviews: [],
        writes: ['w'],
        ahead: ['a', 'b'],
        minutes: 11,
      },
    )
  })

  it('adds up over the days what is too little for one more answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 60 }), (left, days) => {
        const written = Array.from({ length: days }, (_, day) => fit(left, day).writes.length)
        expect(written.reduce((sum, count) => sum + count, 0)).toBe(Math.floor((days * left) / pace.write))
      }),
    )
  })

  it('plans the same rest once an answer has taken its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 120 }), fc.integer({ min: 0, max: 60 }), (left, day) => {
        const { length } = fit(left, day).writes
        expect(fit(left - pace.write, day).writes.length).toBe(length - 1)
      }),
    )
  })
})
