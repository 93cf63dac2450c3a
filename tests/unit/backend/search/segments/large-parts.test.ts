import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largeParts } from '../../../../../src/backend/search/segments/large-parts'

it('gives the same bytes in parts of which no two neighbours would fit into one', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), parts => {
      const found = [...largeParts(parts, 8)]
      expect(Buffer.concat(found).equals(Buffer.concat(parts))).toBe(true)
      const lengths = found.map(({ length }) => length)
      for (let at = 1; at < lengths.length; at += 1)
        expect(lengths[at - 1]! + lengths[at]!).toBeGreaterThan(8)
      for (const part of found) if (part.length > 8) expect(parts).toContain(part)
    }),
  )
})
