import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { tidyTable } from '../../../../../src/renderer/editor/extensions/note-table/tidy-tables'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from '../editor-schema'

const paragraph = (text: string) => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
})
const cell = (type: 'tableCell' | 'tableHeader', ...lines: string[]) => ({
  type,
  content: lines.map(paragraph),
})
const row = (...content: object[]) => ({ type: 'tableRow', content })

test('a tidy table is left as it is', () => {
  const { doc } = loadMarkdown('a\n\n| b | c |\n| - | :-: |\n| d | e<br>f |\n', schema)
  expect(tidied(doc, doc.child(0).nodeSize).eq(doc)).toBe(true)
})

test('a table of anything is read again from its Markdown as it is', () => {
  const doc = docOf({
    type: 'table',
    content: [
      row(cell('tableCell', 'a', 'b')),
      row(
        { ...cell('tableHeader', 'c'), attrs: { align: 'right', colspan: 2 } },
        cell('tableCell', 'd', '', 'e'),
      ),
    ],
  })
  const tidy = tidied(doc, 0)
  const markdown = saveNew(tidy)
  expect(markdown).toBe('| a<br>b | |\n| --- | --- |\n| c | d<br><br>e |\n')
  expect(loadMarkdown(markdown, schema).doc.eq(tidy)).toBe(true)
})

function tidied(doc: ReturnType<typeof docOf>, position: number): ReturnType<typeof docOf> {
  const { tr } = EditorState.create({ doc })
  tidyTable(tr, doc.nodeAt(position) ?? doc, position)
  return tr.doc
}
