import { expect, test } from 'vitest'
import { countWords } from '../../../../src/shared/domain/markdown/count-words'

test.each([
  ['', 0],
  ['  \n', 0],
  ['one two  three', 3],
  ["don't count 3.5 as two, or e-mail", 7],
  ['键和值被缓存', 6],
  ['KV 缓存 is a cache', 6],
  ['GPT4模型', 3],
  ['— … *** 🙂', 0],
  ['naïve café Ωmega', 3],
])('%j has %i words', (text, expected) => {
  expect(countWords(text)).toBe(expected)
})
