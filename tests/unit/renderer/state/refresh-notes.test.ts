import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { notesKey, refreshNotes, withChanged } from '../../../../src/renderer/state/refresh-notes'
import type { NoteSummary } from '../../../../src/shared/contract/note-procedures'

function note(name: string, more: Partial<NoteSummary> = {}): NoteSummary {
  return {
    path: `notes/${name}.md`,
    title: name,
    answers: [],
    tags: [],
    modifiedAt: 1,
    problem: null,
    ...more,
  }
}

const known = [note('a'), note('b'), note('c')]

test('a note that was saved takes its own place, and the others stay the objects that they are', () => {
  const saved = note('b', { modifiedAt: 2, tags: ['new'] })
  const now = withChanged(known, [saved.path], [saved])
  expect(now).toEqual([known[0], saved, known[2]])
  expect(now?.[0]).toBe(known[0])
  expect(withChanged(known, ['notes/b.md', 'notes/other.md'], [saved])).toEqual(now)
})

test('a note that is gone goes; one that is new or has another title has its place to be found', () => {
  expect(withChanged(known, ['notes/b.md'], [])).toEqual([known[0], known[2]])
  expect(withChanged(known, ['notes/d.md'], [note('d')])).toBeUndefined()
  expect(withChanged(known, ['notes/b.md'], [note('b', { title: 'other' })])).toBeUndefined()
})

test('only what changed is asked for, and all when that is much', async () => {
  const queries = new QueryClient()
  const asked: (readonly string[] | undefined)[] = []
  const saved = note('c', { modifiedAt: 5 })
  const client = {
    'notes.list': async ({ paths }: { paths?: string[] | undefined }) => {
      asked.push(paths)
      return paths === undefined ? [note('all')] : [saved]
    },
  }
  queries.setQueryData(notesKey, known)
  queries.setQueryDefaults(notesKey, { queryFn: () => client['notes.list']({}) })
  await refreshNotes(queries, client, [saved.path])
  expect(queries.getQueryData(notesKey)).toEqual([known[0], known[1], saved])
  await refreshNotes(
    queries,
    client,
    Array.from({ length: 51 }, (_, at) => `notes/${at}.md`),
  )
  expect(queries.getQueryState(notesKey)?.isInvalidated).toBe(true)
  expect(asked).toEqual([[saved.path]])
  queries.clear()
})
