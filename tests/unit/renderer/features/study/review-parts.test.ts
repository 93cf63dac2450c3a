import { expect, test } from 'vitest'
import type { ReviewReason } from '../../../../../src/shared/contract/study-procedures'
import { reviewParts } from '../../../../../src/renderer/features/study/today/review-parts'

const queue = (reasons: Readonly<Record<string, ReviewReason>>) =>
  Object.entries(reasons).map(([id, reason]) => ({ id, reason, retrievability: null }))

test('what was never reviewed is told apart from what is due', () => {
  const reviews = queue({ a: 'new', b: 'due', c: 'again', d: 'new', e: 'new' })
  expect(reviewParts({ reviews, isForDate: false }, ['b', 'c'])).toEqual({
    parts: [
      { kind: 'due', count: 2 },
      { kind: 'new', count: 3 },
    ],
    dueElsewhere: 0,
  })
})

test('for a date, what is due and can wait is counted by itself', () => {
  const reviews = queue({ a: 'target', b: 'again' })
  expect(reviewParts({ reviews, isForDate: true }, ['a', 'b', 'c', 'd'])).toEqual({
    parts: [
      { kind: 'again', count: 1 },
      { kind: 'target', count: 1 },
    ],
    dueElsewhere: 2,
  })
})
