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

it('puts many strings in that order, also where they begin in the same way', () => {
  const random = (() => {
    let state = 7
    return (below: number) => (state = (state * 48271) % 2147483647) % below
  })()
  const letters = ['a', 'b', '\0', '模', '\uffff', '\ud83d']
  const beginnings = ['', 'same beginning ', 'a\0', 'abcdef']
  const strings = new Set<string>()
  while (strings.size < 9000) {
    const length = random(9)
    const rest = Array.from({ length }, () => letters[random(letters.length)]!).join('')
    strings.add(beginnings[random(beginnings.length)]! + rest)
  }
  const all = [...strings]
  const order = sortedOrder(unitSpansOf(all))
  expect(order).toHaveLength(9000)
  expect(Array.from(order, index => all[index])).toEqual([...all].sort())
})
