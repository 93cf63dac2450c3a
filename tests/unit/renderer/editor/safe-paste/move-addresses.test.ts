import { Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { moveAddresses } from '../../../../../src/renderer/editor/extensions/safe-paste/move-addresses'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from '../editor-schema'

const moved = (markdown: string, from: string, to: string): string => {
  const { doc } = loadMarkdown(markdown, schema)
  const { content } = moveAddresses(Slice.maxOpen(doc.content), from, to)
  return saveNew(docOf(...(content.toJSON() as object[]))).trimEnd()
}

test.each([
  ['a picture', '![keep|90](../attachments/p.png)', '![keep|90](../../attachments/p.png)'],
  [
    'a picture’s title',
    '![](../attachments/a%20b.png "a title")',
    '![](../../attachments/a%20b.png "a title")',
  ],
  ['a link to a note', '[x](other.md#Part%20one)', '[x](../other.md#Part%20one)'],
  ['a link below', '[x](./sub/deep.md)', '[x](deep.md)'],
  ['a file', '- **a [pdf](../attachments/x.pdf)**', '- **a [pdf](../../attachments/x.pdf)**'],
  [
    'a picture in a link',
    '[![](../attachments/p.png)](other.md)',
    '[![](../../attachments/p.png)](../other.md)',
  ],
  ['a definition', '[one]: ../attachments/p.png "t"', '[one]: ../../attachments/p.png "t"'],
  ['HTML', '<img src="../attachments/p.png" width="3">', '<img src="../../attachments/p.png" width="3">'],
  ['a cell', '| a |\n| --- |\n| [x](other.md) |', '| a |\n| --- |\n| [x](../other.md) |'],
])('%s leads where it led from another folder', (_name, written, expected) => {
  expect(moved(written, 'notes/hub.md', 'notes/sub/deep.md')).toBe(expected)
  expect(moved(moved(written, 'notes/hub.md', 'notes/a/b.md'), 'notes/a/b.md', 'notes/sub/deep.md')).toBe(
    expected,
  )
})

test.each([
  '[x](https://example.com/a%20b)',
  '![](/attachments/p.png)',
  '![](attachments/p.png)',
  '[x](#part)',
  '[x](mailto:a@example.com)',
  '[x](../../outside.md)',
  '[[other]] ![[p.png|40]]',
  '`![](../attachments/p.png)`',
  '```\n![](../attachments/p.png)\n```',
])('%s stays in another folder', written => {
  expect(moved(written, 'notes/hub.md', 'notes/sub/deep.md')).toBe(written)
})

test('nothing is written anew within a folder', () => {
  const { doc } = loadMarkdown('[x](<../attachments/a b.png>)', schema)
  const slice = Slice.maxOpen(doc.content)
  expect(moveAddresses(slice, 'notes/hub.md', 'notes/other.md')).toBe(slice)
})
