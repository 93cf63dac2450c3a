import { expect, test } from 'vitest'
import { contextOf } from '../../../../src/backend/notes/link-context'

const placeOf = (text: string, place: string) => ({
  start: text.indexOf(place),
  end: text.indexOf(place) + place.length,
})

test('the line of a place is its context', () => {
  const text = 'One.\n  A [[link]] here.\nThree.'
  expect(contextOf(text, placeOf(text, '[[link]]'))).toBe('A [[link]] here.')
})

test('a long line is cut between words, and says so', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
  const text = `${words} [[link]] ${words}`
  const context = contextOf(text, placeOf(text, '[[link]]'))
  expect(context).toMatch(/^…word\d+ .*word59 \[\[link\]\] word0 .*word\d+…$/)
  expect(context.length).toBeLessThan(420)
})

test('a long line without spaces is cut between characters', () => {
  const text = `${'编码器'.repeat(100)}[[link]]${'解码器'.repeat(100)}`
  expect(contextOf(text, placeOf(text, '[[link]]'))).toMatch(/^….{200}\[\[link\]\].{200}…$/u)
})
