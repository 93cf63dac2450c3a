import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeLateWrite } from '../../../../../src/shared/domain/merge/merge-late-write'

it.each([
  ['a\n', 'a\nmine\n', 'a\nlate\n', 'a\nmine\nlate\n'],
  ['a\n', 'mine', 'a\nlate\n', 'mine\nlate\n'],
  ['a', 'mine', 'a and late', 'mine and late'],
  ['', 'mine', 'late\n', 'mine\nlate\n'],
  ['a\r\n', 'b\r\nmine', 'a\r\nlate\r\n', 'b\r\nmine\r\nlate\r\n'],
])('brings what was added at the end to the end: of %j, %j and %j', (base, mine, late, merged) => {
  expect(mergeLateWrite({ base, mine, late })).toBe(merged)
})

it('merges what was changed in the midst, and tells where both changed the same', () => {
  expect(mergeLateWrite({ base: 'a\n\nb\n', mine: 'mine\n\nb\n', late: 'a\n\nlate\n' })).toBe(
    'mine\n\nlate\n',
  )
  expect(mergeLateWrite({ base: 'a\n\nb\n', mine: 'mine\n\nb\n', late: 'late\n\nb\n' })).toBeUndefined()
})

it('keeps all that is added and all that is there', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ') })
  fc.assert(
    fc.property(text, text, text, (base, mine, added) => {
      const merged = mergeLateWrite({ base, mine, late: base + added }) ?? ''
      expect([merged.startsWith(mine), merged.endsWith(added)]).toEqual([true, true])
    }),
  )
})
