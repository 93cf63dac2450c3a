import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markMissing } from '../../../../src/backend/search/missing-words'

const missing = (text: string, other: string): string[] =>
  markMissing(text, other)
    .filter(({ isMissing }) => isMissing)
    .map(piece => piece.text)

test('a word that the other text has in another form or place is not lacking', () => {
  expect(missing('Keys are cached, queries are not.', 'A query is not cached; a key is.')).toEqual([])
  expect(missing('Caching saves the keys and the values.', 'It saves keys.')).toEqual(['Caching', 'values'])
})

test('neighbouring words that are lacking are one piece', () => {
  expect(missing('The rotary position embedding turns.', 'It turns.')).toEqual(['rotary position embedding'])
})

test('stop words are never lacking', () => {
  expect(missing('It is the one of the two.', 'two')).not.toContain('the')
})

test('Chinese is compared by pairs of characters', () => {
  expect(missing('键和值被缓存', '缓存里有键和值')).toEqual(['被'])
})

test('the pieces are the text, and it lacks nothing of itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
      expect(
        markMissing(text, other)
          .map(piece => piece.text)
          .join(''),
      ).toBe(text)
      expect(missing(text, text).filter(piece => [...piece].length > 1)).toEqual([])
    }),
  )
})
