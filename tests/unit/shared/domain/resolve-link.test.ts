import { describe, expect, it } from 'vitest'
import { linkKey, linkKeysOf, linkKeysTo } from '../../../../src/shared/domain/link-keys'
import {
  joinPath,
  resolveMarkdownLink,
  resolveWikiLink,
  type LinkSpace,
} from '../../../../src/shared/domain/resolve-link'

const notes = [
  { path: 'notes/Gates.md', title: 'Gates' },
  { path: 'notes/deep/Gates.md', title: 'Other gates' },
  { path: 'notes/a b.md', title: 'Caf\u00E9' },
  { path: 'notes/beta (my version).md', title: 'Beta' },
  { path: 'notes/deep/beta.md', title: 'Beta' },
]
const space: LinkSpace = {
  notesNamed: key =>
    notes.filter(note => [...linkKeysTo(note), linkKey(note.path)].includes(key)).map(note => note.path),
  hasQuestion: id => id === 'llm-1-01',
  listNamed: key => (key === 'llm' ? 'llm' : undefined),
}
const wiki = (inner: string, from = 'notes/x.md') => resolveWikiLink(space, inner, from)
const markdown = (destination: string, from = 'notes/deep/x.md') =>
  resolveMarkdownLink(space, destination, from)
const note = (path: string, heading?: string) => ({ kind: 'note', path, heading })

describe('resolveWikiLink', () => {
  it.each([
    ['gates', note('notes/Gates.md')],
    ['Gates.md#Why', note('notes/Gates.md', 'Why')],
    ['deep/Gates', note('notes/deep/Gates.md')],
    ['Cafe\u0301', note('notes/a b.md')],
    ['beta', note('notes/deep/beta.md')],
    ['Gates ', note('notes/Gates.md')],
    [' Gates.md |label', note('notes/Gates.md')],
    ['Gates # Why', note('notes/Gates.md', 'Why')],
    ['deep / Gates ', note('notes/deep/Gates.md')],
    ['#Here', note('notes/x.md', 'Here')],
    ['llm#^llm-1-01|q', { kind: 'question', id: 'llm-1-01' }],
    ['llm-1-01', { kind: 'question', id: 'llm-1-01' }],
    ['questions/LLM', { kind: 'list', id: 'llm' }],
    ['llm#^no-such', { kind: 'list', id: 'llm' }],
    ['i.png', { kind: 'attachment', path: 'attachments/i.png' }],
    ['nowhere', { kind: 'missing' }],
  ])('of %j', (inner, expected) => {
    expect(wiki(inner)).toEqual(expected)
  })

  it('prefers the note of the same folder', () => {
    expect(wiki('Gates', 'notes/deep/x.md')).toEqual(note('notes/deep/Gates.md'))
  })
})

describe('resolveMarkdownLink', () => {
  it.each([
    ['Gates.md', note('notes/deep/Gates.md')],
    ['../a%20b.md#Why%20not', note('notes/a b.md', 'Why not')],
    ['#Here', note('notes/deep/x.md', 'Here')],
    ['../../questions/llm.md#^llm-1-01', { kind: 'question', id: 'llm-1-01' }],
    ['/questions/llm.md', { kind: 'list', id: 'llm' }],
    ['../../attachments/i.png', { kind: 'attachment', path: 'attachments/i.png' }],
    ['../../../etc/passwd', { kind: 'missing' }],
    ['https://a.org', { kind: 'external', url: 'https://a.org' }],
    ['//a.org', { kind: 'external', url: '//a.org' }],
    ['%E0%A4%A', { kind: 'missing' }],
  ])('of %j', (destination, expected) => {
    expect(markdown(destination)).toEqual(expected)
  })
})

describe('link keys', () => {
  it('of what a note links to are names without regard to case, and questions', () => {
    const links = ['Deep/Gates#x', 'llm#^llm-1-01', '#here'].map(target => ({
      kind: 'wiki' as const,
      target,
    }))
    const others = ['a%20b.md#^q-1', 'https://a.org', 'c%23d.md'].map(target => ({
      kind: 'markdown' as const,
      target,
    }))
    const rest = { isEmbed: false, start: 0, end: 0 }
    expect(linkKeysOf({ links: [...links, ...others].map(link => ({ ...link, ...rest })) })).toEqual([
      'gates',
      '^llm-1-01',
      'llm',
      '^q-1',
      'a b',
      'c#d',
    ])
  })
})

describe('joinPath', () => {
  it.each([
    ['a/b.md', 'c.md', 'a/c.md'],
    ['a/b.md', './../c.md', 'c.md'],
    ['a/b.md', '/d//e', 'd/e'],
    ['a/b.md', '../../c', undefined],
  ])('from %j to %j', (from, file, expected) => {
    expect(joinPath(from, file)).toBe(expected)
  })
})
