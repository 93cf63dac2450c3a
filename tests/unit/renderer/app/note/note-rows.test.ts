import { expect, test } from 'vitest'
import { foldersOf, noteBeside, noteRows } from '../../../../../src/renderer/app/note/note-rows'

const note = (path: string) => ({
  path,
  title: path.replace(/^.*\/|\.md$/g, ''),
  answers: [],
  tags: [],
  modifiedAt: 0,
  problem: null,
})
const notes = [
  'notes/Zebra.md',
  'notes/b 10/x.md',
  'notes/b 2/deep/y.md',
  'notes/b 2/w.md',
  'notes/apple.md',
].map(note)
const rowsOf = (open: readonly string[], filter = '') =>
  noteRows(notes, { filter, open: new Set(open) }).map(row => `${row.level} ${row.key}`)

test('folders come first, by name with numbers in their order, then notes as they come', () => {
  expect(rowsOf([])).toEqual(['1 notes/b 2/', '1 notes/b 10/', '1 notes/Zebra.md', '1 notes/apple.md'])
})

test('an open folder shows what it holds, a closed one within it does not', () => {
  expect(rowsOf(['notes/b 2/'])).toEqual([
    '1 notes/b 2/',
    '2 notes/b 2/deep/',
    '2 notes/b 2/w.md',
    '1 notes/b 10/',
    '1 notes/Zebra.md',
    '1 notes/apple.md',
  ])
})

test('rows say where they stand among their siblings, and folders how many notes they hold', () => {
  const [folder, inner, last] = noteRows(notes, { filter: '', open: new Set(['notes/b 2/']) })
  expect(folder).toMatchObject({ count: 2, position: 1, siblings: 4, parentKey: undefined, isOpen: true })
  expect(inner).toMatchObject({ count: 1, position: 1, siblings: 2, parentKey: 'notes/b 2/', isOpen: false })
  expect(last).toMatchObject({ kind: 'note', position: 2, siblings: 2 })
})

test('a filter opens the folders of what matches by title or path', () => {
  expect(rowsOf([], 'Y deep')).toEqual(['1 notes/b 2/', '2 notes/b 2/deep/', '3 notes/b 2/deep/y.md'])
  expect(rowsOf([], 'nothing')).toEqual([])
})

test('the folders of a note are named from the outermost', () => {
  expect(foldersOf('notes/b 2/deep/y.md')).toEqual(['notes/b 2/', 'notes/b 2/deep/'])
  expect(foldersOf('notes/apple.md')).toEqual([])
})

test('notes of one title beside each other say their files', () => {
  const same = ['notes/a.md', 'notes/b.md', 'notes/c.md'].map((path, at) => ({
    ...note(path),
    title: at < 2 ? 'Changes' : 'Other',
  }))
  const rows = noteRows(same, { filter: '', open: new Set() })
  expect(rows.map(row => row.kind === 'note' && row.fileName)).toEqual(['a', 'b', undefined])
})

test('beside a note is the next one of its folder, else the one before, else what is next to it in the tree', () => {
  const inTree = ['notes/b 2/v.md', ...notes.map(({ path }) => path)].map(note)
  const beside = (path: string) => noteBeside(path, inTree)?.path
  expect(beside('notes/b 2/v.md')).toBe('notes/b 2/w.md')
  expect(beside('notes/b 2/w.md')).toBe('notes/b 2/v.md')
  expect(beside('notes/Zebra.md')).toBe('notes/apple.md')
  expect(beside('notes/apple.md')).toBe('notes/Zebra.md')
  expect(beside('notes/b 10/x.md')).toBe('notes/Zebra.md')
  expect(beside('notes/b 2/deep/y.md')).toBe('notes/b 2/v.md')
  expect(beside('notes/gone.md')).toBeUndefined()
  expect(noteBeside('notes/a.md', [note('notes/a.md')])).toBeUndefined()
})
