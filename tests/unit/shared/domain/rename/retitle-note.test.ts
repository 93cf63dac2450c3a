import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNote } from '../../../../../src/shared/domain/note'
import { retitleNote } from '../../../../../src/shared/domain/rename/retitle-note'

it.each([
  ['---\ntitle: Old # why\nrank: 007\n---\n# Old\n', '---\ntitle: New # why\nrank: 007\n---\n# Old\n'],
  ['---\r\ntitle: "Old"\r\ntags: [a]\r\n---\r\nx', '---\r\ntitle: "New"\r\ntags: [a]\r\n---\r\nx'],
  ['---\ntitle: >\n  Old\n  one\ntags: a\n---\n', '---\ntitle: New\ntags: a\n---\n'],
  ['\n##  Old *one* ##\r\n\ntext', '\n##  New ##\r\n\ntext'],
  ['intro\n\n# Old\n\ntext', 'intro\n\n# New\n\ntext'],
  ['intro\n\n## Old\n\ntext', '---\ntitle: New\n---\nintro\n\n## Old\n\ntext'],
  [
    '\uFEFF---\r\ntags: [a]\r\n---\r\nintro\r\n## Old',
    '\uFEFF---\r\ntitle: New\r\ntags: [a]\r\n---\r\nintro\r\n## Old',
  ],
  ['Old\n===\n\n# Other\n', 'New\n===\n\n# Other\n'],
  ['no title here\n', '---\ntitle: New\n---\nno title here\n'],
  ['---\ntitle:\r\ntags: a\r\n---\r\ntext', '---\ntitle: New\r\ntags: a\r\n---\r\ntext'],
  ['---\ntitle: [broken\n---\ntext', '---\ntitle: [broken\n---\ntext'],
])('changes the title where it stands: %j', (text, expected) => {
  expect(retitleNote('notes/a.md', text, 'New')).toBe(expected)
})

it('leaves a text as it is when the name of its file says the title', () => {
  for (const text of ['', 'no title here\n', '#\n'])
    expect(retitleNote('notes/New.md', text, 'New')).toBe(text)
})

it.each(['A: b', '# x', 'true', '[x]', '*a* b', '007', 'x #', '"q"', "it's", '注意力', '- a', '`c` $x$'])(
  'writes any title so that it is read again: %j',
  title => {
    for (const text of ['---\ntitle: Old\n---\n', '# Old\n\nx\n', 'intro\n\n## Old\n', 'no title\n']) {
      expect(readNote('notes/a.md', retitleNote('notes/a.md', text, title)).title).toBe(title)
    }
  },
)

it('changes the whole of a title or nothing', () => {
  const title = fc.string().map(each => each.replace(/\s+/g, ' ').trim())
  fc.assert(
    fc.property(title, next => {
      const text = '---\ntitle: Old\n---\nbody\n'
      const changed = retitleNote('notes/a.md', text, next)
      expect([next, 'Old']).toContain(readNote('notes/a.md', changed).title)
      expect(changed.endsWith('\n---\nbody\n')).toBe(true)
    }),
  )
})
