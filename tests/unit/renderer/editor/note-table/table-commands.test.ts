import type { Command, EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  alignColumns,
  moveColumns,
  tablePlace,
} from '../../../../../src/renderer/editor/extensions/note-table/table-commands'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'
import { selectText } from '../select-text'

const table = '|a|b|c|\n|:-|-:|-|\n|d|e|f|\n'
const state = (text: string): EditorState => selectText(loadMarkdown(table, schema).doc, text)

describe('moving a column', () => {
  test.each([
    ['e', 'left', ['b', 'a', 'c'], ['e', 'd', 'f'], ['right', 'left', null]],
    ['e', 'right', ['a', 'c', 'b'], ['d', 'f', 'e'], ['left', null, 'right']],
    ['a', 'right', ['b', 'a', 'c'], ['e', 'd', 'f'], ['right', 'left', null]],
  ] as const)('takes that of %s to the %s with its alignment and the caret', (text, direction, ...rows) => {
    const moved = run(state(text), moveColumns(direction))
    expect([...readTable(moved), moved.selection.$head.parent.textContent]).toEqual([...rows, text])
  })

  test('stops at the edge', () => {
    expect([moveColumns('left')(state('a')), moveColumns('right')(state('f'))]).toEqual([false, false])
  })
})

test('aligning aligns every cell of the column, and none is an alignment too', () => {
  const centred = run(state('f'), alignColumns('center'))
  const plain = run(state('d'), alignColumns(null))
  const last = centred.doc.child(0).child(1).child(2).attrs['align'] as unknown
  expect([readTable(centred)[2], last, readTable(plain)[2]]).toEqual([
    ['left', 'right', 'center'],
    'center',
    [null, 'right', null],
  ])
})

test('the place says where the selection is, and how its column is aligned', () => {
  const size = { position: 0, rows: 2, columns: 3 }
  const part = { top: 1, bottom: 2, left: 1, right: 2, alignment: 'right' }
  expect(tablePlace(state('e'))).toEqual({ ...size, ...part })
})

function run(before: EditorState, command: Command): EditorState {
  let after = before
  command(before, tr => (after = before.apply(tr)))
  return after
}

/** The text of each row, then how the columns are aligned. */
function readTable({ doc }: EditorState): unknown[][] {
  const { children: rows } = doc.child(0)
  return [
    ...rows.map(row => row.children.map(cell => cell.textContent)),
    (rows[0]?.children ?? []).map(cell => cell.attrs['align'] as unknown),
  ]
}
