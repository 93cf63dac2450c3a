import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTokens } from '../../../../src/renderer/editor/markdown/diff-tokens'
import { patchSource } from '../../../../src/renderer/editor/markdown/patch-source'

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 30 })

test('the hunks of a comparison make one text of the other, and all else is equal', () => {
  fc.assert(
    fc.property(tokens, tokens, (before, after) => {
      const made: string[] = []
      let at = 0
      for (const { oldStart, oldEnd, newStart, newEnd } of diffTokens(before, after) ?? []) {
        made.push(...before.slice(at, oldStart), ...after.slice(newStart, newEnd))
        at = oldEnd
      }
      expect([...made, ...before.slice(at)]).toEqual(after)
    }),
  )
})

test('texts with little in common are not compared to the end', () => {
  const words = (prefix: string) => Array.from({ length: 2000 }, (_, index) => `${prefix}${index}`)
  expect(diffTokens(words('a'), words('b'))).toBeUndefined()
})

test('a text without changes stays as it is, whatever it is written as', () => {
  fc.assert(
    fc.property(tokens, tokens, (source, base) => {
      expect(patchSource(source.join(''), base.join(''), base.join(''))).toBe(source.join(''))
    }),
  )
})

test.each([
  [['| a   | b |', '| a | b |', '| a | bc |'], '| a   | bc |'],
  [['&copy; two three', '© two three', '© three'], '&copy; three'],
  [['*a*  b  c', '_a_ b c', '_a_ x b c y'], '*a* x b  c y'],
  [['a &copy; b', 'a © b', 'a x b'], 'a x b'],
] as const)('%j becomes %j', ([source, base, next], expected) => {
  expect(patchSource(source, base, next)).toBe(expected)
})
