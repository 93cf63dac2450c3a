import { expect, it } from 'vitest'
import { pathForRename } from '../../../../../src/shared/domain/rename/path-for-rename'

const paths = ['notes/Old.md', 'notes/Deep/C#/Hash # x.md', 'notes/Deep/Taken.md', 'notes/notes/Inner.md']
const pathOf = (path: string, title: string, folder: string) =>
  pathForRename({ path, title: 'Title' }, { title, folder }, paths)

it.each([
  ['notes/Old.md', 'Title', '.private', 'notes/private/Old.md'],
  ['notes/Old.md', 'Title', 'a:b/con/..', 'notes/a b/Note con/Old.md'],
  ['notes/Old.md', 'Title', '/deep//new/', 'notes/Deep/new/Old.md'],
  ['notes/Old.md', 'Title', 'deep/c#', 'notes/Deep/c/Old.md'],
  ['notes/Old.md', 'Title', 'Deep/C#', 'notes/Deep/C#/Old.md'],
  ['notes/Old.md', 'taken', 'Deep', 'notes/Deep/taken 2.md'],
  ['notes/Old.md', 'OLD', '', 'notes/OLD.md'],
  ['notes/Deep/C#/Hash # x.md', 'Title', '', 'notes/Hash # x.md'],
  ['notes/Deep/C#/Hash # x.md', 'Why?', 'Deep/C#', 'notes/Deep/C#/Why.md'],
  ['notes/notes/Inner.md', 'Title', 'notes', 'notes/notes/Inner.md'],
])('%s, called %j in %j, goes to %s', (path, title, folder, expected) => {
  expect(pathOf(path, title, folder)).toBe(expected)
})
