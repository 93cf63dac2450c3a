import fc from 'fast-check'
import { FSRS6_DEFAULT_DECAY, fsrs, createEmptyCard } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { MemoryModel } from '../../../../../src/shared/domain/study/plan/memory-model'
import { barOn, gainPerMinute, risingTarget } from '../../../../../src/shared/domain/study/plan/rising-target'

const model = new MemoryModel(null)
const cost = { write: 8, review: 1.5, lapse: 3 }
const answer = (stability: number, lastDay: number) => ({ memory: { stability, difficulty: 5 }, lastDay })

describe('the memory model', () => {
  it('recalls nine of ten when the days are the stability', () => {
    expect(model.recall(12, 12)).toBeCloseTo(0.9, 6)
    expect(model.recall(0, 3)).toBe(1)
    expect(FSRS6_DEFAULT_DECAY).toBeCloseTo(0.1542, 4)
  })

  it('schedules as ts-fsrs does', () => {
    const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.85 })
    const start = new Date('2026-01-01T00:00:00Z')
    const { card } = scheduler.next(createEmptyCard(start), start, 3)
    const first = model.first(3)
    expect(first.stability).toBeCloseTo(card.stability, 6)
    expect(model.interval(first.stability, 0.85)).toBe(card.scheduled_days)
    const second = scheduler.next(card, new Date('2026-01-06T00:00:00Z'), 1).card
    expect(model.next(first, 5, 1)).toMatchObject({
      stability: expect.closeTo(second.stability, 6) as number,
      difficulty: expect.closeTo(second.difficulty, 6) as number,
    })
  })
})

describe('the rising target', () => {
  it('has a bar that rises from about a half to 97 %', () => {
    expect(barOn({ day: 0, days: 30 })).toBeCloseTo(0.5, 3)
    expect(barOn({ day: 29, days: 30 })).toBeCloseTo(0.97, 9)
    expect(barOn({ day: 40, days: 30 })).toBeCloseTo(0.97, 9)
  })

  it('takes what is below the bar by what it adds for each minute, and nothing twice on a day', () => {
    const answers = [answer(2, 10), answer(1, 10), answer(50, 10), answer(0.5, 20)]
    const { due, ahead } = risingTarget(answers, { day: 20, days: 21, unwritten: 0 }, model, cost)
    expect(due).toEqual([answers[1], answers[0]])
    expect(ahead).toEqual([answers[2]])
  })

  it('puts off a review that adds far less in a minute than an answer still to be written', () => {
    const hopeless = { memory: { stability: 0.1, difficulty: 10 }, lastDay: 0 }
    const on = (unwritten: number) => risingTarget([hopeless], { day: 20, days: 60, unwritten }, model, cost)
    expect(on(0)).toEqual({ due: [hopeless], ahead: [] })
    expect(on(1)).toEqual({ due: [], ahead: [hopeless] })
  })

  it('asks no more of reviews when answers are written fast', () => {
    const answers = [1, 2, 4, 8].map(stability => answer(stability, 10))
    const dueWith = (write: number) =>
      risingTarget(answers, { day: 20, days: 60, unwritten: 9 }, model, { ...cost, write }).due
    expect(dueWith(2)).toEqual(dueWith(8))
  })

  it('reviews ahead by what it adds for each minute', () => {
    const plan = { day: 5, days: 40 }
    const answers = [answer(30, 3), answer(4, 3), answer(12, 3)]
    const { ahead } = risingTarget(answers, { ...plan, unwritten: 5 }, model, cost)
    const gains = ahead.map(each => gainPerMinute(each, plan, model, cost))
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
    expect(gains.every(gain => gain > 0)).toBe(true)
  })

  it('puts each answer in one of both lists at most', () => {
    const any = fc.record({
      stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
      lastDay: fc.integer({ min: -50, max: 29 }),
    })
    fc.assert(
      fc.property(fc.array(any), fc.integer({ min: 0, max: 29 }), fc.nat(1), (given, day, unwritten) => {
        const answers = given.map(({ stability, lastDay }) => answer(stability, lastDay))
        const { due, ahead } = risingTarget(answers, { day, days: 30, unwritten }, model, cost)
        expect(new Set([...due, ...ahead]).size).toBe(due.length + ahead.length)
        expect([...due, ...ahead].every(({ lastDay }) => lastDay < day)).toBe(true)
      }),
    )
  })
})
