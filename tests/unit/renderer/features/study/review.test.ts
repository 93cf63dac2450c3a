import { expect, test } from 'vitest'
import type { QueuedReview, ReviewReason } from '../../../../../src/shared/contract/study-procedures'
import { everyQuestion } from '../../../../../src/shared/domain/study/question-filter'
import {
  addGrade,
  attemptOf,
  beginRound,
  change,
  goOn,
  lookAway,
  partsLeft,
  skip,
  takeBack,
  timeAt,
  type Review,
} from '../../../../../src/renderer/features/study/review/review'

const round = { notebookId: 'n', day: '2026-05-04', filter: everyQuestion, isAhead: false }

const queue = (reasons: Readonly<Record<string, ReviewReason>>): QueuedReview[] =>
  Object.entries(reasons).map(([id, reason]) => ({ id, reason, retrievability: null }))

const begun = (...ids: string[]): Review => beginRound(undefined, round, ids, 0)

const write = (review: Review, id: string, written: string): Review =>
  change(review, id, { step: 'write', written })

const grade = (review: Review, id: string, isBackToday = false): Review =>
  addGrade(review, { id, event: `event ${id}`, rating: 3, ms: 5, isBackToday }, 10)

test('what was written is there for who goes elsewhere and comes back', () => {
  const left = lookAway(write(grade(begun('a', 'b', 'c'), 'a'), 'b', 'So far.'), 20)
  const back = goOn(left, round, queue({ b: 'due', c: 'new' }), 1000)
  expect(back.pending).toEqual(['b', 'c'])
  expect(attemptOf(back, 'b')).toMatchObject({ step: 'write', written: 'So far.' })
  expect(back.done.map(({ id }) => id)).toEqual(['a'])
})

test('time elsewhere does not count', () => {
  const back = goOn(lookAway(begun('a'), 30), round, queue({ a: 'due' }), 1000)
  expect(timeAt(back, 'a', 1005)).toBe(35)
})

test('a skipped question comes round with what was written, to be gone on with', () => {
  const skipped = skip(write(begun('a', 'b'), 'a', 'Half.'), 'a', 10)
  expect(skipped.pending).toEqual(['b', 'a'])
  const round2 = skip(skipped, 'b', 20)
  expect(attemptOf(round2, 'a')).toMatchObject({ step: 'write', written: 'Half.', ms: 10 })
  expect(attemptOf(round2, 'b').step).toBe('recall')
})

test('a grade that is taken back leads to the answer as it was graded', () => {
  const revealed = change(write(begun('a', 'b'), 'a', 'All.'), 'a', { step: 'grade' })
  const graded = grade(revealed, 'a', true)
  expect(graded.pending).toEqual(['b', 'a'])
  expect(attemptOf(graded, 'a').written).toBe('')
  const back = takeBack(write(graded, 'b', 'Other.'), 30)
  expect(back.pending).toEqual(['a', 'b'])
  expect(back.done).toEqual([])
  expect(attemptOf(back, 'a')).toEqual({
    step: 'grade',
    written: 'All.',
    isHintShown: false,
    answer: 0,
    ms: 5,
  })
  expect(attemptOf(back, 'b').written).toBe('Other.')
})

test('another filter keeps the grades and what was written, another day or notebook does not', () => {
  const before = write(grade(begun('a', 'b'), 'a'), 'b', 'So far.')
  const starred = goOn(before, { ...round, filter: { ...everyQuestion, isStarred: true } }, [], 20)
  expect(starred).toMatchObject({ pending: [], doneBefore: 1, done: [{ id: 'a' }] })
  expect(attemptOf(starred, 'b').written).toBe('So far.')
  for (const other of [
    { ...round, day: '2026-05-05' },
    { ...round, notebookId: 'm' },
  ])
    expect(goOn(before, other, queue({ b: 'due' }), 20)).toEqual(beginRound(undefined, other, ['b'], 20))
})

test('what became due meanwhile is added, and what is not asked for any more is left out', () => {
  const before = grade(write(begun('a', 'b', 'c', 'd'), 'd', 'Kept.'), 'a', true)
  const back = goOn(before, round, queue({ c: 'due', e: 'new' }), 20)
  expect(back.pending).toEqual(['c', 'd', 'a', 'e'])
  // The list that is asked for can still have what was graded just now.
  expect(goOn(grade(begun('a'), 'a'), round, queue({ a: 'due' }), 20).pending).toEqual([])
  expect(goOn(grade(begun('a'), 'a'), round, queue({ a: 'again' }), 20).pending).toEqual(['a'])
})

test('answers ahead of time stay in their round', () => {
  const ahead = beginRound(undefined, { ...round, isAhead: true }, ['a', 'b'], 0)
  expect(goOn(ahead, round, [], 20).pending).toEqual(['a', 'b'])
})

test('what is left is told apart by its kind', () => {
  expect(partsLeft(['a', 'b', 'c', 'd'], [{ id: 'a' }], queue({ a: 'due', b: 'new', c: 'target' }))).toEqual({
    again: 1,
    new: 1,
    due: 2,
  })
})
