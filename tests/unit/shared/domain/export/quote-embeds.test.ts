import { describe, expect, it } from 'vitest'
import { linkKey } from '../../../../../src/shared/domain/link-keys'
import { exportWords } from '../../../../../src/shared/domain/export/export-words'
import { quotingEmbeds } from '../../../../../src/shared/domain/export/quote-embeds'
import type { ExportPlan } from '../../../../../src/shared/domain/export/export-source'

/** Reads `notes/a.md` of notes by path, with what it embeds. */
async function read(notes: Readonly<Record<string, string>>, kept: readonly string[] = []): Promise<string> {
  const plan: ExportPlan = {
    title: 'Book',
    words: exportWords.en,
    lists: [],
    answersOf: id => (id === 'q-1' ? [{ path: 'notes/b.md', title: 'b', headings: [] }] : []),
    otherNotes: [],
    links: {
      notesNamed: key => Object.keys(notes).filter(path => linkKey(path.replace(/^.*\/|\.md$/g, '')) === key),
      hasQuestion: id => id === 'q-1',
      listNamed: () => undefined,
    },
    hasFile: () => false,
  }
  const reader = quotingEmbeds(path => Promise.resolve({ frontMatter: '', body: notes[path] ?? '' }), {
    plan,
    isKept: resolved => resolved.kind === 'note' && kept.includes(resolved.path),
  })
  return (await reader('notes/a.md')).body
}

describe('quotingEmbeds', () => {
  it('puts what an embed shows in its place, quoted under its link', async () => {
    const b = '# B\n\nFirst.\n\n- one\n  - two\n\n```js\nlet a\n'
    expect(await read({ 'notes/a.md': 'Before.\n\n![[b|400]]\n\nAfter.\n', 'notes/b.md': b })).toBe(
      'Before.\n\n> **[[b]]**\n>\n> First.\n>\n> - one\n>   - two\n>\n> ```js\n> let a\n> ```\n\nAfter.\n',
    )
    expect(await read({ 'notes/a.md': '![[q-1]]\n', 'notes/b.md': 'Answer.\n' })).toBe(
      '> **[[q-1]]**\n>\n> Answer.\n',
    )
  })

  it('takes the part that a heading names, and has no headings of its own', async () => {
    const b = '# B\n\nfirst\n\n## Second *part*\n\nsecond\n\n### Deeper\n\n## Third\n'
    const body = await read({ 'notes/a.md': '![[b#Second part]]\n', 'notes/b.md': b })
    expect(body).toBe('> **[[b#Second part]]**\n>\n> second\n>\n> **Deeper**\n')
    expect(await read({ 'notes/a.md': '![[b]]\n', 'notes/b.md': 'Of `x`\n======\n\ny\n' })).toBe(
      '> **[[b]]**\n>\n> **Of `x`**\n>\n> y\n',
    )
  })

  it('leads where the links of the other note lead, under labels of their own', async () => {
    const b = '![p](../../attachments/p.png) [c](c.md) [x][1] y[^1]\n\n[1]: https://e.org\n\n[^1]: Why.\n'
    const body = await read({
      'notes/a.md': 'Own[^1].\n\n![[b]]\n\n[^1]: Mine.\n',
      'notes/deep/b.md': b,
      'notes/deep/c.md': 'c',
    })
    expect(body).toContain('![p](../attachments/p.png) [c](deep/c.md) [x][1-quoted-1] y[^1-quoted-1]')
    expect(body).toContain('> [1-quoted-1]: https://e.org')
    expect(body).toContain('> [^1-quoted-1]: Why.')
    expect(body).toContain('Own[^1].')
  })

  it('goes in no circle and no deeper than the editor', async () => {
    const notes = {
      'notes/a.md': '![[b]]\n',
      'notes/b.md': '![[c]]\n',
      'notes/c.md': 'c\n\n![[a]]\n\n![[d]]\n',
    }
    expect(await read({ ...notes, 'notes/d.md': 'deep' })).toBe(
      '> **[[b]]**\n>\n> > **[[c]]**\n> >\n> > c\n> >\n> > ![[a]]\n> >\n> > ![[d]]\n',
    )
  })

  it('leaves what is no paragraph of embeds, leads to nothing, or is part of the export', async () => {
    const body = 'In ![[b]] a line.\n\n- ![[b]]\n\n`![[b]]`\n\n![[gone]]\n\n![[k]]\n\n![[empty]]\n'
    const notes = { 'notes/a.md': body, 'notes/b.md': 'B', 'notes/k.md': 'K', 'notes/empty.md': '\n' }
    expect(await read(notes, ['notes/k.md'])).toBe(body)
  })
})
