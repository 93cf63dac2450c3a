import { expect, test } from 'vitest'
import { readingMinutes, sizeOfText, sumOfSizes } from '../../../../../src/shared/domain/markdown/text-size'

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
  expect(sizeOfText(text).words).toBe(expected)
})

test('characters are counted with and without white space, a smiley as one and a line break as none', () => {
  expect(sizeOfText('A 模型 \n🙂')).toEqual({
    words: 3,
    ideographs: 2,
    characters: 4,
    charactersWithSpaces: 6,
  })
})

test('several texts have the sum of their sizes', () => {
  expect(sumOfSizes(['one two', '三'].map(sizeOfText))).toEqual(sizeOfText('one two\n三'))
})

test('Chinese is read by the character, and what stands between by the word', () => {
  expect(readingMinutes(sizeOfText('词'.repeat(200) + ' word'.repeat(115)))).toBe(1)
})
