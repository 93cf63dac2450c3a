import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf } from '../../../../../src/backend/search/segments/hash-units'
import { PieceTable } from '../../../../../src/backend/search/segments/piece-table'

it('numbers each piece once, wherever it stands', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '模', '\ud83d'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 100, maxLength: 300 }), pieces => {
      const table = new PieceTable()
      const numbers = pieces.map(each => {
        const units = Uint16Array.from({ length: each.length + 4 }, (_, at) => `ab${each}ab`.charCodeAt(at))
        const [start, end] = [2, 2 + each.length]
        return table.numberOf(units, start, end, hashOf(units, start, end))
      })
      const distinct = [...new Set(pieces)]
      expect(numbers).toEqual(pieces.map(each => distinct.indexOf(each)))
      expect(table.size).toBe(distinct.length)
    }),
  )
})
