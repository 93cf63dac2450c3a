import { expect, it, vi } from 'vitest'
import { RecentTexts } from '../../../../src/backend/search/recent-texts'

it('reads a text once, and lets go of those that were asked for longest ago', () => {
  const texts = new RecentTexts<{ id: number }>()
  const documents = Array.from({ length: 5 }, (_, id) => ({ id }))
  const read = vi.fn((id: number) => `${id}`.repeat(300_000))
  const ask = (id: number) => texts.textOf(documents[id]!, () => read(id))

  expect([0, 1, 2, 0].map(id => ask(id)[0])).toEqual(['0', '1', '2', '0'])
  expect(read.mock.calls.flat()).toEqual([0, 1, 2])
  ask(3)
  ask(0)
  expect(read.mock.calls.flat()).toEqual([0, 1, 2, 3])
  ask(1)
  expect(read.mock.calls.flat()).toEqual([0, 1, 2, 3, 1])
  expect(ask(4)).toBe('4'.repeat(300_000))
})

it('gives a text that is longer than all that is kept', () => {
  const texts = new RecentTexts<object>()
  const document = {}
  const long = 'a'.repeat(2_000_000)
  expect(texts.textOf(document, () => long)).toBe(long)
  expect(texts.textOf(document, () => 'read again')).toBe('read again')
})
