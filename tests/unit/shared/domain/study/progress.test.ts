import { describe, expect, it } from 'vitest'
import { foldStudyLog } from '../../../../../src/shared/domain/study/fold-study-log'
import { measureProgress, type ProgressQuestion } from '../../../../../src/shared/domain/study/progress'
import { dayMs } from '../../../../../src/shared/domain/study/study-day'
import type { Rating } from '../../../../../src/shared/domain/study/rating'
import type { StudyEvent } from '../../../../../src/shared/domain/study/study-event'

const start = Date.parse('2026-03-01T12:00:00Z')
const at = (day: number): number => start + day * dayMs
let count = 0

const review = (question: string, day: number, rating: Rating): StudyEvent => ({
  id: `event-${(count += 1)}`,
  type: 'review',
  question,
  rating,
  mode: 'recall',
  ms: 60_000,
  at: at(day),
  offset: 0,
  device: 'one',
})

const writing = (question: string, day: number): StudyEvent => ({
  id: `event-${(count += 1)}`,
  type: 'writing',
  question,
  ms: 300_000,
  at: at(day),
  offset: 0,
  device: 'one',
})

function progressOn(day: number, events: readonly StudyEvent[], marks: Partial<ProgressQuestion>[] = []) {
  const state = foldStudyLog(events, at(day))
  const questions = ['a', 'b', 'c'].map((id, position): ProgressQuestion => ({
    id,
    listId: 'list',
    sectionNumber: position < 2 ? 1 : 2,
    sectionTitle: position < 2 ? 'First' : 'Second',
    status: 'not started',
    confidence: null,
    isDue: false,
    memory: state.questions.get(id)?.memory,
    ...marks[position],
  }))
  return measureProgress(state, questions, { at: at(day), offset: 0 })
}

describe('progress', () => {
  it('counts coverage, confidence and recall by section', () => {
    const { sections } = progressOn(
      0,
      [],
      [
        { status: 'answered', confidence: 4 },
        { status: 'draft', confidence: 1, isDue: true },
      ],
    )
    expect(sections).toEqual([
      {
        listId: 'list',
        number: 1,
        title: 'First',
        questions: 2,
        answered: 1,
        drafts: 1,
        due: 1,
        confidence: 2.5,
        recall: null,
      },
      {
        listId: 'list',
        number: 2,
        title: 'Second',
        questions: 1,
        answered: 0,
        drafts: 0,
        due: 0,
        confidence: null,
        recall: null,
      },
    ])
    const reviewed = progressOn(30, [review('a', 0, 3)])
    expect(reviewed.sections[0]?.recall).toBeLessThan(0.9)
    expect(reviewed.weakest).toEqual([{ id: 'a', recall: reviewed.sections[0]?.recall, lapses: 0 }])
  })

  it('forecasts what is due, with what is overdue today', () => {
    const { dueForecast } = progressOn(1, [review('a', 0, 4), review('b', 0, 1)])
    expect(dueForecast).toHaveLength(30)
    expect(dueForecast[0]).toBe(1)
    expect(dueForecast.reduce((sum, answers) => sum + answers, 0)).toBe(2)
    expect(progressOn(200, [review('a', 0, 4)]).dueForecast[0]).toBe(1)
  })

  it('counts a streak up to today or yesterday, and the longest', () => {
    const events = [0, 1, 2, 3, 6, 7].map(day => writing('a', day))
    expect(progressOn(7, events).streak).toEqual({ current: 2, longest: 4 })
    expect(progressOn(8, events).streak).toEqual({ current: 2, longest: 4 })
    expect(progressOn(9, events).streak).toEqual({ current: 0, longest: 4 })
    expect(progressOn(0, []).streak).toEqual({ current: 0, longest: 0 })
  })

  it('sums what was done on each day', () => {
    const { activity, time } = progressOn(2, [review('a', 0, 3), writing('b', 0), writing('b', 2)])
    expect(activity.map(({ reviews, ms }) => [reviews, ms])).toEqual([
      [1, 360_000],
      [0, 300_000],
    ])
    expect(time).toEqual({ reviewMs: 60_000, writingMs: 600_000, interviews: 0 })
  })

  it('sets recall of later reviews against what was expected, by week', () => {
    const { retention } = progressOn(20, [
      review('a', 0, 3),
      review('b', 0, 3),
      review('a', 4, 3),
      review('b', 4, 1),
      review('a', 19, 3),
    ])
    expect(retention.map(({ reviews, recalled }) => [reviews, recalled])).toEqual([
      [2, 0.5],
      [1, 1],
    ])
    expect(retention.every(({ expected }) => expected > 0.5 && expected < 1)).toBe(true)
  })
})
