import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FoundPieces } from '../../../../../src/backend/search/segments/found-pieces'
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

it('numbers pieces of one text all at once as it does one by one', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '模', '\ud83d'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.array(piece, { minLength: 1, maxLength: 300 }), { maxLength: 4 }), texts => {
      const [one, other] = [new PieceTable(), new PieceTable()]
      for (const pieces of texts) {
        const all = pieces.join('')
        const units = Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at))
        const found = new FoundPieces()
        let start = 0
        const expected = pieces.map(({ length }) => {
          const end = start + length
          const hash = hashOf(units, start, end)
          found.add(start, end, hash)
          const number = one.numberOf(units, start, end, hash)
          start = end
          return number
        })
        other.numberAll(units, found)
        expect(Array.from(found.numbers.subarray(0, found.length))).toEqual(expected)
      }
    }),
  )
})
