import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf } from '../../../../../src/backend/search/analysis/hash-units'
import { PieceTable } from '../../../../../src/backend/search/analysis/piece-table'

it('makes each piece once, wherever it stands', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '模', '\ud83d'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 100, maxLength: 300 }), pieces => {
      const made: string[] = []
      const table = new PieceTable(each => {
        made.push(each)
        return [each]
      })
      for (const each of pieces) {
        const units = Uint16Array.from(`ab${each}ab`, (_, at) => `ab${each}ab`.charCodeAt(at))
        const [start, end] = [2, 2 + each.length]
        expect(table.get(units, { start, end, hash: hashOf(units, start, end) })).toEqual([each])
      }
      expect(made).toEqual([...new Set(pieces)])
      expect(table.size).toBe(made.length)
    }),
  )
})
