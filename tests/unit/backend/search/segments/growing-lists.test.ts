import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesInMemory } from '../../../../../src/backend/search/segments/byte-source'
import { GrowingLists } from '../../../../../src/backend/search/segments/growing-lists'
import { VarintReader } from '../../../../../src/backend/search/segments/read-postings'

it('gives each list back as it was written, whatever was written between, and again after it was cleared', () => {
  const write = fc.record({
    list: fc.integer({ min: 0, max: 5 }),
    value: fc.oneof(fc.nat(127), fc.nat(0xffffffff)),
    times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3000 })),
  })
  const lists = new GrowingLists()
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), writes => {
      const expected: number[][] = [[], [], [], [], [], []]
      lists.clear()
      lists.reserve(expected.length - 1)
      for (const { list, value, times } of writes) {
        for (let time = 0; time < times; time += 1) {
          lists.writeVarint(list, value)
          expected[list]!.push(value)
        }
      }
      const order = Uint32Array.of(3, 0, 5, 1, 4, 2)
      const { starts, bytes } = lists.join(order)
      const found: number[][] = []
      for (const [at, list] of order.entries()) {
        const reader = new VarintReader(bytesInMemory(bytes).read(starts[at]!, starts[at + 1]!))
        found[list] = expected[list]!.map(() => reader.next())
        expect(reader.at).toBe(starts[at + 1]! - starts[at]!)
      }
      expect(found).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})
