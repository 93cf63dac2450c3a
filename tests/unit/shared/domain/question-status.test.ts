import { describe, expect, it } from 'vitest'
import { effectiveStatus, foldStatuses } from '../../../../src/shared/domain/question-status'

describe('foldStatuses', () => {
  it('keeps the last status of each question and passes over what it does not know', () => {
    const events = [
      { type: 'status', question: 'a', status: 'draft' },
      { type: 'status', question: 'a', status: 'answered' },
      { type: 'status', question: 'b', status: 'started over' },
      { type: 'status', status: 'draft' },
      { type: 'review', question: 'c', status: 'draft' },
    ]
    expect([...foldStatuses(events)]).toEqual([['a', 'answered']])
  })
})

describe('effectiveStatus', () => {
  it.each([
    [undefined, false, 'not started'],
    [undefined, true, 'draft'],
    ['not started', true, 'not started'],
    ['answered', false, 'answered'],
  ] as const)('of %s with text %s is %s', (logged, hasText, expected) => {
    expect(effectiveStatus(logged, hasText)).toBe(expected)
  })
})
