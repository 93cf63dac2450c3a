import { describe, expect, it } from 'vitest'
import { writingOrder } from '../../../../../src/shared/domain/study/writing-order'

const question = (id: string, more: Partial<Parameters<typeof writingOrder>[0][number]> = {}) => ({
  id,
  status: 'not started' as const,
  ease: null,
  importance: null,
  ...more,
})

describe('writingOrder', () => {
  it('puts what matters and comes easily first, what is begun before what is not, else the order of the list', () => {
    const order = writingOrder([
      question('plain'),
      question('begun', { status: 'draft' }),
      question('hard', { ease: 1 }),
      question('done', { status: 'answered', importance: 3 }),
      question('matters', { importance: 3 }),
      question('matters and easy', { importance: 3, ease: 3 }),
      question('plain too', { ease: 2, importance: 2 }),
      question('idle', { importance: 1, ease: 3 }),
    ])
    expect(order.map(({ id }) => id)).toEqual([
      'matters and easy',
      'matters',
      'begun',
      'plain',
      'plain too',
      'hard',
      'idle',
    ])
  })
})
