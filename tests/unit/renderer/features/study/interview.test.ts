import { expect, test } from 'vitest'
import { clockWords } from '../../../../../src/renderer/features/study/interview/clock-words'
import {
  backToEntryBefore,
  currentQuestion,
  endAsking,
  endQuestion,
  gradeEntry,
  pause,
  resume,
  startInterview,
  timeLeft,
  unaskedCount,
} from '../../../../../src/renderer/features/study/interview/interview'

const minute = 60_000
const plan = { mode: 'typed', totalMs: 10 * minute, perQuestionMs: 4 * minute } as const
const begin = () => startInterview({ seed: 3, questions: ['a', 'b', 'c'] }, plan, 'notebook', 1000)

test('questions are asked in their order, each with its time, text and flag', () => {
  const first = { ...begin(), text: ' spoken of keys ', isFlagged: true }
  const second = endQuestion(first, 'answered', 61_000)
  expect(second.entries).toEqual([
    { question: 'a', ms: minute, outcome: 'answered', isFlagged: true, text: 'spoken of keys', rating: null },
  ])
  expect(currentQuestion(second)).toBe('b')
  expect(second).toMatchObject({ text: '', isFlagged: false, questionStartedAt: 61_000 })
  const graded = endQuestion(endQuestion(second, 'skipped', 62_000), 'answered', 63_000)
  expect(graded).toMatchObject({ phase: 'grading', gradeAt: 0 })
  expect(endQuestion(graded, 'answered', 64_000)).toBe(graded)
})

test('when time is up, the question at hand counts by whether something was typed, the rest does not', () => {
  const second = endQuestion(begin(), 'answered', 2000)
  const outcomes = (text: string) =>
    endAsking({ ...second, text }, 3000).entries.map(({ question, outcome }) => [question, outcome])
  expect(outcomes('some')).toEqual([
    ['a', 'answered'],
    ['b', 'answered'],
  ])
  expect(outcomes('  ')).toEqual([
    ['a', 'answered'],
    ['b', 'skipped'],
  ])
  expect(endAsking(second, 3000).phase).toBe('grading')
})

test('time away counts up to the limit, and what was not asked is known', () => {
  const second = { ...endQuestion(begin(), 'answered', 61_000), text: 'half of it' }
  const later = 61_000 + 5 * 60 * minute
  for (const ended of [endAsking(second, later), endQuestion(second, 'answered', later)]) {
    expect(ended.entries.map(({ ms }) => ms)).toEqual([minute, 9 * minute])
    expect(ended).toMatchObject({ phase: 'grading', timeUp: 'untold' })
    expect(unaskedCount(ended)).toBe(1)
  }
  expect(endAsking(second, 62_000)).toMatchObject({ phase: 'grading' })
  expect(endAsking(second, 62_000).timeUp).toBeUndefined()
})

test('a pause counts as no time', () => {
  const paused = pause(begin(), 61_000)
  const hour = 60 * minute
  expect(timeLeft(paused, hour)).toEqual({ total: 9 * minute, question: 3 * minute })
  expect(pause(paused, hour)).toBe(paused)
  const goesOn = resume(paused, 61_000 + hour)
  expect(timeLeft(goesOn, 121_000 + hour)).toEqual({ total: 8 * minute, question: 2 * minute })
  expect(endQuestion(goesOn, 'answered', 121_000 + hour)).toMatchObject({
    phase: 'asking',
    entries: [{ ms: 2 * minute }],
  })
  expect(endAsking(goesOn, 2 * hour)).toMatchObject({ timeUp: 'untold', entries: [{ ms: 10 * minute }] })
  expect(endQuestion(paused, 'skipped', 2 * hour)).toMatchObject({ entries: [{ ms: minute }] })
})

test('grades go one after the other, and back as long as nothing is kept', () => {
  const asked = endAsking(endQuestion(begin(), 'answered', 2000), 3000)
  const done = gradeEntry(gradeEntry(asked, 3), null)
  expect(done).toMatchObject({ phase: 'done', entries: [{ rating: 3 }, { rating: null }] })
  const back = backToEntryBefore(done)
  expect([back.phase, currentQuestion(back)]).toEqual(['grading', 'b'])
  expect(gradeEntry(back, 1).entries[1]).toMatchObject({ rating: 1 })
  expect(backToEntryBefore({ ...done, event: 'kept' }).phase).toBe('done')
  expect(backToEntryBefore(asked)).toBe(asked)
})

test('time that is left is of all and of the question at hand', () => {
  const second = endQuestion(begin(), 'answered', 61_000)
  expect(timeLeft(second, 121_000)).toEqual({ total: 8 * minute, question: 3 * minute })
  expect(timeLeft({ ...second, plan: { ...plan, totalMs: null } }, 400_000)).toEqual({
    total: null,
    question: -99_000,
  })
})

test('a clock shows minutes and seconds, and what is over with a minus', () => {
  expect([245_000, 59_900, 0, -500, -12_000, 5_400_000].map(clockWords)).toEqual([
    '4:05',
    '1:00',
    '0:00',
    '0:00',
    '−0:12',
    '90:00',
  ])
})
