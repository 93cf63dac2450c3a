import { describe, expect, it, test } from 'vitest'
import { linkKey, linkKeysTo } from '../../../../../src/shared/domain/link-keys'
import { readNote } from '../../../../../src/shared/domain/note'
import { linkPlaces } from '../../../../../src/shared/domain/rename/link-places'
import { rewriteForRename } from '../../../../../src/shared/domain/rename/rewrite-for-rename'
import { spaceAfterRename } from '../../../../../src/shared/domain/rename/space-after-rename'
import type { LinkSpace } from '../../../../../src/shared/domain/resolve-link'

const spaceOf = (notes: Readonly<Record<string, string>>): LinkSpace => {
  const all = Object.entries(notes).map(([path, text]) => readNote(path, text))
  return {
    notesNamed: key =>
      all
        .filter(note => [...linkKeysTo(note), linkKey(note.path)].includes(key))
        .map(({ path }) => path)
        .sort(),
    hasQuestion: id => id === 'llm-1-01',
    listNamed: key => (key === 'llm' ? 'llm' : undefined),
  }
}

const notes = { 'notes/Old.md': '', 'notes/own.md': '', 'notes/deep/near.md': '' }
const rename = (text: string, to = 'notes/New.md', path = 'notes/own.md', others: typeof notes = notes) => {
  const before = spaceOf(others)
  const after = spaceAfterRename(before, 'notes/Old.md', { path: to, title: 'New' })
  return rewriteForRename(text, path, { from: 'notes/Old.md', to, before, after }).text
}

describe('links in other texts', () => {
  it.each([
    ['[[Old]] and [[old|label]]', '[[New]] and [[New|label]]'],
    ['[[Old ]] [[ Old]] [[Old |label]] [[Old # Part]]', '[[New]] [[New]] [[New|label]] [[New# Part]]'],
    ['![[Old#Part|x]] [[Old#^id]]', '![[New#Part|x]] [[New#^id]]'],
    ['[[notes/Old]] [[notes/Old.md]] [[Old.md#a]]', '[[notes/New]] [[notes/New.md]] [[New.md#a]]'],
    ['[a](Old.md) ![b](<Old.md#c d> "t") [c]: x', '[a](New.md) ![b](<New.md#c d> "t") [c]: x'],
    ['[a][r]\n\n[r]: Old.md "t"\n[r]: Old.md\n', '[a][r]\n\n[r]: New.md "t"\n[r]: New.md\n'],
    ['<a href="Old.md#x">y</a>', '<a href="New.md#x">y</a>'],
    ['| a |\n|-|\n| [[Old\\|l]] [x](./Old.md) |', '| a |\n|-|\n| [[New\\|l]] [x](./New.md) |'],
    [
      '---\nt: "[[Old]]"\n---\r\n- [[Old]]\r\n  > [[Old]]',
      '---\nt: "[[Old]]"\n---\r\n- [[New]]\r\n  > [[New]]',
    ],
    ['# [[Old]]\n\n**[[Old]]** [**[[Old]]**](Old.md)', '# [[New]]\n\n**[[New]]** [**[[New]]**](New.md)'],
  ])('are rewritten in place: %j', (text, expected) => {
    expect(rename(text)).toBe(expected)
  })

  it.each([
    '`[[Old]]` and \\[[Old]] and `[a](Old.md)`',
    '```\n[[Old]] [a](Old.md)\n```\n\n    [[Old]]\n',
    '$[[Old]]$ <!-- [[Old]] -->',
    '[[Older]] [[own]] [x](https://a.b/Old.md) [y](sub/Old.md) [z](#Old) [[#Old]]',
    '[[llm#^llm-1-01|Old]] [a](../questions/llm.md)',
  ])('are left alone where they are code, or lead elsewhere: %j', text => {
    expect(rename(text)).toBe(text)
  })

  it('encode what Markdown needs encoded, and name the folder where the name alone would lead elsewhere', () => {
    expect(rename('[a](Old.md) [[Old]]', 'notes/A (new) 名.md')).toBe(
      '[a](A%20%28new%29%20名.md) [[A (new) 名]]',
    )
    const twins = { ...notes, 'notes/New.md': '' }
    expect(rename('[[Old]]', 'notes/deep/New.md', 'notes/own.md', twins)).toBe('[[deep/New]]')
  })

  it('keep leading to another note whose name the renamed one takes', () => {
    const twins = { ...notes, 'notes/deep/New.md': '' }
    expect(rename('[[New]]', 'notes/New.md', 'notes/own.md', twins)).toBe('[[deep/New]]')
  })
})

describe('links in the renamed note', () => {
  it('lead on when it goes to another folder', () => {
    const text =
      '![a](../attachments/a%20b.png) [o](own.md#x) [n](deep/near.md) [s](Old.md) [[own]] [m](gone.pdf) <img src="../attachments/c.png">'
    expect(rename(text, 'notes/deep/New.md', 'notes/Old.md')).toBe(
      '![a](../../attachments/a%20b.png) [o](../own.md#x) [n](near.md) [s](New.md) [[own]] [m](../gone.pdf) <img src="../../attachments/c.png">',
    )
  })

  it('stay as they are when only the name changes', () => {
    const text = '![a](../attachments/a%20b.png) [o](own.md) [[#Part]] [t](#part)'
    expect(rename(text, 'notes/New.md', 'notes/Old.md')).toBe(text)
  })
})

it('links by title stay when the title stays', () => {
  const before = spaceOf({ 'notes/Old.md': '---\ntitle: Fancy\n---\n', 'notes/own.md': '' })
  const after = spaceAfterRename(before, 'notes/Old.md', { path: 'notes/New.md', title: 'Fancy' })
  const renaming = { from: 'notes/Old.md', to: 'notes/New.md', before, after }
  expect(rewriteForRename('[[Fancy]] [[Old]]', 'notes/own.md', renaming)).toEqual({
    text: '[[Fancy]] [[New]]',
    links: 1,
  })
})

test('a bare address that GFM makes a link of has no place (no note of one could be renamed)', () => {
  expect(linkPlaces('[x] <sub>www.a.b and [y](z.md)\n')).toMatchObject([{ destination: 'z.md' }])
})
