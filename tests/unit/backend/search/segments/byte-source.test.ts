import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesInPieces } from '../../../../../src/backend/search/segments/byte-source'

it('reads pieces as if they were one', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 6 })), fc.nat(40), fc.nat(40), (pieces, a, b) => {
      const whole = Buffer.concat(pieces)
      const source = bytesInPieces(pieces)
      const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)]
      expect([...source.read(start, end)]).toEqual([...whole.subarray(start, end)])
      expect(source.length).toBe(whole.length)
      expect(Buffer.concat([...source.parts()]).equals(whole)).toBe(true)
    }),
  )
})
