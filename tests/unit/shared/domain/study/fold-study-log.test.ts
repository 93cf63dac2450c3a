import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEmptyCard, fsrs } from 'ts-fsrs'
import { foldStudyLog } from '../../../../../src/shared/domain/study/fold-study-log'
import type { Rating } from '../../../../../src/shared/domain/study/rating'
import type { StudyEvent } from '../../../../../src/shared/domain/study/study-event'
import { effectiveStatus } from '../../../../../src/shared/domain/study/question-status'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 0, 1, 12)
const forever = Date.UTC(2100, 0, 1)

type Loose<T> = T extends unknown ? Omit<T, 'id' | 'at' | 'offset' | 'device'> & Partial<T> : never
let count = 0
const event = (body: Loose<StudyEvent>): StudyEvent =>
  ({ id: `e${(count += 1)}`, at: start, offset: 0, device: 'a', ...body }) as StudyEvent
const review = (question: string, at: number, rating: Rating, more: Partial<StudyEvent> = {}): StudyEvent =>
  event({ type: 'review', question, rating, mode: 'recall', ms: 1000, at, ...more } as Loose<StudyEvent>)

describe('foldStudyLog', () => {
  it('keeps the last status, confidence, star and judgement of each question', () => {
    const { questions } = foldStudyLog(
      [
        event({ type: 'status', question: 'q', status: 'answered', at: start + 2 }),
        event({ type: 'status', question: 'q', status: 'draft', at: start + 1 }),
        event({ type: 'confidence', question: 'q', confidence: 2 }),
        event({ type: 'confidence', question: 'q', confidence: 4, at: start + 1 }),
        event({ type: 'star', question: 'r', isStarred: true }),
        event({ type: 'judgement', question: 'r', ease: 1, importance: 3 }),
      ],
      forever,
    )
    expect(questions.get('q')).toMatchObject({ status: 'answered', confidence: 4, isStarred: false })
    expect(questions.get('r')).toMatchObject({ isStarred: true, ease: 1, importance: 3, memory: undefined })
  })

  it.each([false, true])(
    'schedules as ts-fsrs does on the same reviews (same-day steps: %s)',
    hasSameDaySteps => {
      const grades: Rating[] = [3, 3, 4, 1, 2, 3, 1, 1, 3, 4, 2]
      const reference = fsrs({
        request_retention: 0.85,
        enable_short_term: hasSameDaySteps,
        enable_fuzz: false,
      })
      let card = createEmptyCard(new Date(start))
      const log = [
        event({ type: 'settings', settings: { retention: 0.85, hasSameDaySteps, dayStartsAt: 0 } }),
      ]
      const expected: [number, number][] = []
      for (const [index, grade] of grades.entries()) {
        const at = index === 0 ? start : card.due.getTime() + (index % 3) * day
        card = reference.next(card, new Date(at), grade).card
        log.push(review('q', at, grade))
        expected.push([card.due.getTime(), card.scheduled_days])
        const memory = foldStudyLog(log, forever).questions.get('q')?.memory
        expect([memory?.dueAt, memory?.intervalDays]).toEqual(expected.at(-1))
        expect(memory?.stability).toBe(card.stability)
        expect(memory?.difficulty).toBe(card.difficulty)
      }
      expect(new Set(expected.map(([, days]) => days)).size).toBeGreaterThan(4)
    },
  )

  it('gives the intervals in days that these grades have had since they were first looked at', () => {
    const intervalsOf = (grades: readonly Rating[]): number[] => {
      const log: StudyEvent[] = []
      let at = start
      return grades.map(grade => {
        log.push(review('q', at, grade))
        const memory = foldStudyLog(log, forever).questions.get('q')?.memory
        at = memory?.dueAt ?? 0
        return memory?.intervalDays ?? 0
      })
    }
    expect(intervalsOf([3, 3, 3, 3, 3])).toMatchInlineSnapshot(`
      [
        3,
        14,
        57,
        196,
        586,
      ]
    `)
    expect(intervalsOf([1, 3, 3, 1, 3])).toMatchInlineSnapshot(`
      [
        1,
        3,
        8,
        1,
        3,
      ]
    `)
    expect(intervalsOf([4, 4, 2, 2, 3])).toMatchInlineSnapshot(`
      [
        8,
        66,
        172,
        337,
        681,
      ]
    `)
  })

  it('counts days of study by the clock of the place, from the hour at which they begin', () => {
    const inChina = { offset: 480 }
    const evening = Date.UTC(2026, 0, 1, 12) // 20:00 there
    const afterMidnight = evening + 7 * hour // 03:00, still the same day of study
    const morning = evening + 9 * hour // 05:00, the next one
    const stability = (at: number) =>
      foldStudyLog([review('q', evening, 3, inChina), review('q', at, 3, inChina)], forever).questions.get(
        'q',
      )?.memory?.stability ?? 0
    const unchanged = foldStudyLog([review('q', evening, 3, inChina)], forever).questions.get('q')?.memory
    expect(stability(afterMidnight)).toBe(unchanged?.stability)
    expect(stability(morning)).toBeGreaterThan(unchanged?.stability ?? 0)
  })

  it('does not count what was undone, nor what a clock far ahead wrote until its time has come', () => {
    const lapse = review('q', start + day, 1)
    const log = [
      review('q', start, 3),
      lapse,
      event({ type: 'undo', event: lapse.id }),
      review('q', start + 400 * day, 1),
    ]
    expect(foldStudyLog(log, start + 3 * day).questions.get('q')?.memory).toMatchObject({
      reps: 1,
      lapses: 0,
    })
    expect(foldStudyLog(log, forever).questions.get('q')?.memory).toMatchObject({ reps: 2 })
  })

  it('says the same in whatever order files are merged, with lines twice', () => {
    const question = fc.constantFrom('q', 'r')
    const common = {
      id: fc.string({ minLength: 1, maxLength: 2 }),
      at: fc.integer({ min: 0, max: 40 }).map(step => start + step * 7 * hour),
      offset: fc.constantFrom(0, 480),
      device: fc.constantFrom('a', 'b', 'c'),
    }
    const anyEvent = fc.oneof(
      fc.record({
        ...common,
        type: fc.constant('review' as const),
        question,
        rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
        mode: fc.constant('recall' as const),
        ms: fc.constant(null),
      }),
      fc.record({ ...common, type: fc.constant('star' as const), question, isStarred: fc.boolean() }),
      fc.record({ ...common, type: fc.constant('undo' as const), event: common.id }),
      fc.record({
        ...common,
        type: fc.constant('settings' as const),
        settings: fc.record({ retention: fc.constantFrom(0.8, 0.9), hasSameDaySteps: fc.boolean() }),
      }),
    )
    const files = fc.array(anyEvent, { maxLength: 30 }).chain(events =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], {
          minLength: events.length * 2,
          maxLength: events.length * 2,
        }),
      ),
    )
    fc.assert(
      fc.property(files, ([once, mixed]) => {
        const expected = foldStudyLog(once, forever)
        expect({ ...foldStudyLog(mixed, forever), scheduler: undefined }).toEqual({
          ...expected,
          scheduler: undefined,
        })
      }),
    )
  })
})

describe('effectiveStatus', () => {
  it('is a draft from the first text on, unless the user said otherwise', () => {
    expect(effectiveStatus(undefined, false)).toBe('not started')
    expect(effectiveStatus(undefined, true)).toBe('draft')
    expect(effectiveStatus('answered', false)).toBe('answered')
    expect(effectiveStatus('not started', true)).toBe('not started')
  })
})
