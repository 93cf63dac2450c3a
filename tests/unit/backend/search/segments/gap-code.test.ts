import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gapBefore, longGap } from '../../../../../src/backend/search/segments/gap-code'

it('counts what is no letter or digit before an offset, three at most', () => {
  const piece = fc.constantFrom('a', '9', 'é', '模', '𝐱', ' ', ',', '_', '😀', '\ud83d', '\udc00', '\n')
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('')
      const gap = /[^\p{L}\p{N}]*$/u.exec(text)![0].length
      expect(gapBefore(`${text}word`, text.length)).toBe(Math.min(longGap, gap))
    }),
    { numRuns: 2000 },
  )
})
