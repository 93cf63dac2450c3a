import { expect, test } from 'vitest'
import { roundTrip } from '../../../../src/renderer/editor/round-trip/round-trip'

test('a file with front matter comes out as it went in, also when a word was typed', () => {
  const { untouched, edit } = roundTrip('\ufeff---\nnumber: 007\n---\r\n\r\n# A\r\n\r\n* b\r\n', 5)
  expect([untouched, edit?.problem]).toEqual(['identical', undefined])
})

test('a file without text is not edited', () => {
  expect(roundTrip('---\na: b\n---\n\n---\n', 5).edit).toBeUndefined()
})

test('the seed chooses the place', () => {
  const body = Array.from({ length: 40 }, (_, index) => `${index}\n`).join('\n')
  const blocks = new Set([1, 2, 3, 4, 5, 6].map(seed => roundTrip(body, seed).edit?.block))
  expect(blocks.size).toBeGreaterThan(3)
})

// Found in datawhalechina/pumpkin-book: the gap before the next block was rewritten.
test('typing into a fence that is shown as source leaves what follows it as it is', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    expect(roundTrip('<pre>\nx\n</pre>\n[a]: b\n# T\n', seed).edit?.problem ?? '').not.toMatch(/bytes/)
  }
})
