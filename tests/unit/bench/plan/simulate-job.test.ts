import { fsrs } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { MemoryModel } from '../../../../src/shared/domain/study/plan/memory-model'
import { ratings } from '../../../../src/shared/domain/study/rating'
import { FsrsEquations } from '../../../bench/plan/fsrs-equations'
import { learnerKinds } from '../../../bench/plan/learner'
import { simulateJob } from '../../../bench/plan/simulate-job'
import { summarise } from '../../../bench/plan/summary'

const cells = [
  { days: 60, minutesPerDay: 45 },
  { days: 30, minutesPerDay: 45 },
]
const simulate = (names: readonly string[]) =>
  [1, 2, 3, 4].flatMap(seed =>
    learnerKinds.map(kind => simulateJob({ strategies: names, cells, kind, seed })),
  )

describe('the simulation of learners', () => {
  const results = simulate(['rising', 'fsrs-90', 'clairvoyant', 'clairvoyant-choice'])
  const [rising, plain, clairvoyant, choice] = summarise(results, 'rising').map(({ metrics }) => metrics)

  it('finds the rising target no worse than plain FSRS by either metric', () => {
    expect(rising!.recall.mean).toBeGreaterThan(plain!.recall.mean + 0.01)
    expect(rising!.firm.mean).toBeGreaterThan(plain!.firm.mean - 0.01)
  })

  it('finds more recall by knowing the true memory, and more by choosing what to write', () => {
    expect(clairvoyant!.recall.mean).toBeGreaterThan(rising!.recall.mean)
    expect(choice!.recall.mean).toBeGreaterThan(clairvoyant!.recall.mean)
  })

  it('says by how much, learner by learner, with an interval', () => {
    const [, difference] = summarise(results, 'rising').map(({ differences }) => differences)
    expect(difference!.recall.mean).toBeCloseTo(plain!.recall.mean - rising!.recall.mean, 9)
    expect(difference!.recall.halfWidth).toBeLessThan(rising!.recall.halfWidth!)
  })

  it('has the same outcome for the same seed, and another one for another', () => {
    const job = { strategies: ['rising'], cells, kind: 'slow' as const }
    expect(simulateJob({ ...job, seed: 9 })).toEqual(simulateJob({ ...job, seed: 9 }))
    expect(simulateJob({ ...job, seed: 9 }).outcomes).not.toEqual(simulateJob({ ...job, seed: 10 }).outcomes)
  })

  it('never uses more minutes than there are, but for the last review of the plan', () => {
    for (const { outcomes } of results)
      for (const [cell, { minutesUsed }] of outcomes['rising']!.entries())
        expect(minutesUsed * cells[cell]!.days * 45).toBeLessThanOrEqual(cells[cell]!.days * 45 + 1.5)
  })
})

it('gains by writing first what the learner judges to be easy', () => {
  const jobs = learnerKinds.flatMap(kind =>
    [1, 2, 3].map(seed => simulateJob({ strategies: ['rising', 'rising-judged'], cells, kind, seed })),
  )
  const [, judged] = summarise(jobs, 'rising')
  expect(judged?.differences.recall.mean).toBeGreaterThan(0)
  expect(judged?.differences.firm.mean).toBeGreaterThan(0)
})

it('has a true memory that follows the equations of ts-fsrs', () => {
  const model = new MemoryModel(null)
  const equations = new FsrsEquations(fsrs({}).parameters.w)
  for (const first of ratings)
    for (const days of [1, 3, 10, 40])
      for (const rating of ratings) {
        let [expected, state] = [model.first(first), equations.first(first)]
        for (let review = 0; review < 3; review += 1) {
          expected = model.next(expected, days, rating)
          state = equations.next(state, equations.recall(days, state.stability), rating)
        }
        expect(state.stability / expected.stability).toBeCloseTo(1, 4)
        expect(state.difficulty).toBeCloseTo(expected.difficulty, 4)
      }
})
