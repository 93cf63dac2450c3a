import { expect, test } from 'vitest'
import {
  everyQuestion,
  isSameFilter,
  narrowsNothing,
  passesFilter,
  type FilterableQuestion,
  type QuestionFilter,
} from '../../../../../src/shared/domain/study/question-filter'

const question: FilterableQuestion = {
  listId: 'llm',
  sectionNumber: 3,
  status: 'draft',
  confidence: 2,
  isDue: true,
  isStarred: false,
  tags: ['attention'],
}
const passes = (part: Partial<QuestionFilter>, changes: Partial<FilterableQuestion> = {}): boolean =>
  passesFilter({ ...question, ...changes }, { ...everyQuestion, ...part })

test('each part narrows by itself', () => {
  expect(passes({})).toBe(true)
  expect(passes({ status: 'draft' })).toBe(true)
  expect(passes({ status: 'answered' })).toBe(false)
  expect(passes({ isDue: true })).toBe(true)
  expect(passes({ isDue: true }, { isDue: false })).toBe(false)
  expect(passes({ isStarred: true })).toBe(false)
  expect(passes({ tag: 'attention' })).toBe(true)
  expect(passes({ tag: 'cache' })).toBe(false)
  expect(passes({ section: { listId: 'llm', number: 3 } })).toBe(true)
  expect(passes({ section: { listId: 'llm', number: 4 } })).toBe(false)
  expect(passes({ section: { listId: 'other', number: 3 } })).toBe(false)
  expect(passes({ status: 'draft', isStarred: true })).toBe(false)
})

test('confidence is of four ranges', () => {
  const rangesOf = (confidence: FilterableQuestion['confidence']): string[] =>
    (['low', 'middling', 'high', 'unset'] as const).filter(range =>
      passes({ confidence: range }, { confidence }),
    )
  expect([1, 2, 3, 4, 5, null].map(value => rangesOf(value as FilterableQuestion['confidence']))).toEqual([
    ['low'],
    ['low'],
    ['middling'],
    ['high'],
    ['high'],
    ['unset'],
  ])
})

test('filters are told apart by what they ask for', () => {
  const section = { listId: 'llm', number: 3 }
  expect(narrowsNothing({ ...everyQuestion })).toBe(true)
  expect(narrowsNothing({ ...everyQuestion, section })).toBe(false)
  expect(isSameFilter({ ...everyQuestion, section }, { ...everyQuestion, section: { ...section } })).toBe(
    true,
  )
  expect(isSameFilter({ ...everyQuestion, isDue: true }, everyQuestion)).toBe(false)
})
