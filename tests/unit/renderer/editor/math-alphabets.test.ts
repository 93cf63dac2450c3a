import { expect, it } from 'vitest'
import { inMathAlphabet } from '../../../../src/renderer/editor/extensions/math/math-alphabets'

it.each([
  ['double-struck', 'RZE1', 'ℝℤ𝔼𝟙'],
  ['script', 'LAg', 'ℒ𝒜ℊ'],
  ['fraktur', 'gHz', '𝔤ℌ𝔷'],
  ['bold', 'Wx0', '𝐖𝐱𝟎'],
  ['italic', 'hx', 'ℎ𝑥'],
  ['monospace', 'ab9', '𝚊𝚋𝟿'],
  ['normal', 'R', 'R'],
  ['bold', 'α + β', 'α + β'],
])('%s: %s is %s', (variant, text, letters) => {
  expect(inMathAlphabet(variant, text)).toBe(letters)
})

it('never gives a letter that Unicode has not', () => {
  for (const variant of [
    'bold',
    'italic',
    'bold-italic',
    'script',
    'fraktur',
    'double-struck',
    'sans-serif',
    'monospace',
  ])
    for (const letter of inMathAlphabet(variant, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'))
      expect(letter).toMatch(/^\p{L}$/u)
})
