import { expect, test } from 'vitest'
import { askingKeys, reviewKeys, studyKeyOf } from '../../../../../src/renderer/app/study-keys'

const press = (key: string, held: readonly string[] = []) => ({
  key,
  ctrlKey: held.includes('Control'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  metaKey: false,
})

test.each([
  ['reveal', ' ', []],
  ['reveal', 'Enter', ['Control']],
  ['write', 'w', []],
  ['undo', 'U', ['Shift']],
  ['undo', 'z', ['Control']],
  ['edit', 'e', []],
  [undefined, 'Z', ['Control', 'Shift']],
  [undefined, 's', ['Control']],
  [undefined, 's', ['Alt']],
])('in a review, %s is done by %s with %s', (id, key, held) => {
  expect(studyKeyOf(reviewKeys, press(key, held), false)).toBe(id)
})

test('letters are text while an answer is being written', () => {
  const whileWriting = (key: string, held: readonly string[] = []) => [
    studyKeyOf(reviewKeys, press(key, held), true),
    studyKeyOf(askingKeys, press(key, held), true),
  ]
  expect(whileWriting('s')).toEqual([undefined, undefined])
  expect(whileWriting('z', ['Control'])).toEqual([undefined, undefined])
  expect(whileWriting('Enter')).toEqual([undefined, undefined])
  expect(whileWriting('Enter', ['Control'])).toEqual(['reveal', 'next'])
  expect(whileWriting('Escape')).toEqual(['stopWriting', undefined])
  expect(whileWriting('s', ['Alt'])).toEqual([undefined, 'skip'])
})
