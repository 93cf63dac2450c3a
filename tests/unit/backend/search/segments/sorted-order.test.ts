import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortedOrder } from '../../../../../src/backend/search/segments/sorted-order'
import { unitSpansOf } from './unit-spans'

it('puts strings in the order of their UTF-16 units', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\uffff') }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(text), strings => {
      expect(Array.from(sortedOrder(unitSpansOf(strings)), index => strings[index])).toEqual(
        [...strings].sort(),
      )
    }),
  )
})
