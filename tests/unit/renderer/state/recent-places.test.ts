// @vitest-environment jsdom
import { expect, test } from 'vitest'
import {
  isSame,
  rememberPlace,
  renameRecentPlace,
  useRecentPlaces,
} from '../../../../src/renderer/state/recent-places'

const note = (path: string) => ({ kind: 'note', path }) as const
const question = (id: string) => ({ kind: 'question', id }) as const
const placesOf = (notebook: string) => useRecentPlaces.getState().byNotebook[notebook]

test('the last places of a notebook are kept, each once, the newest first', () => {
  useRecentPlaces.setState({ byNotebook: {} })
  rememberPlace('one', question('q-1'))
  rememberPlace('one', note('notes/a.md'))
  rememberPlace('two', question('q-9'))
  rememberPlace('one', { kind: 'question', id: 'q-1', notePath: 'notes/b.md' })
  rememberPlace('one', { kind: 'graph' })
  expect(placesOf('one')).toEqual([question('q-1'), note('notes/a.md')])
  expect(placesOf('two')).toEqual([question('q-9')])
  renameRecentPlace('one', 'notes/a.md', 'notes/c.md')
  expect(placesOf('one')).toEqual([question('q-1'), note('notes/c.md')])
  for (let at = 0; at < 30; at += 1) rememberPlace('one', question(`q-${at}`))
  expect(placesOf('one')).toHaveLength(12)
  expect(placesOf('one')?.[0]).toEqual(question('q-29'))
})

test('notebooks that were not opened for long are forgotten', () => {
  useRecentPlaces.setState({ byNotebook: {} })
  for (let at = 0; at < 12; at += 1) rememberPlace(`notebook-${at}`, question('q-1'))
  expect(Object.keys(useRecentPlaces.getState().byNotebook)).toHaveLength(8)
  expect(placesOf('notebook-11')).toHaveLength(1)
  expect(placesOf('notebook-0')).toBeUndefined()
})

test('a question is the same with any of its notes', () => {
  expect(isSame({ kind: 'question', id: 'q-1', notePath: 'notes/b.md' }, question('q-1'))).toBe(true)
  expect(isSame(note('notes/a.md'), note('notes/b.md'))).toBe(false)
  expect(isSame(undefined, question('q-1'))).toBe(false)
})
