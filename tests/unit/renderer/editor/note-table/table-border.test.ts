import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { stepIntoTable } from '../../../../../src/renderer/editor/extensions/note-table/table-border'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, schema } from '../editor-schema'
import { selectText } from '../select-text'

const table = '|a|b|\n|-|-|\n|c|d|\n'

/** Where the caret is after the key: the text of its block, and on which side of it. */
function caretAfter(direction: 'back' | 'on', state: EditorState): readonly [string, number] | undefined {
  let after: EditorState | undefined
  stepIntoTable(direction)(state, tr => (after = state.apply(tr)))
  if (after === undefined) return undefined
  const { $from } = after.selection
  return [$from.parent.textContent, $from.parentOffset]
}

describe('Delete and Backspace at the border of a table (selected it, and the next letter emptied it) take the caret', () => {
  test.each([
    ['into the last cell, at its end', `${table}\nx\n`, 'back', ['d', 1]],
    ['into the first cell, at its beginning', `x\n\n${table}`, 'on', ['a', 0]],
    ['out of a heading', `${table}\n# x\n`, 'back', ['d', 1]],
    ['out of a list before it', `- y\n- x\n\n${table}`, 'on', ['a', 0]],
  ] as const)('%s', (_name, body, direction, expected) => {
    const { doc } = loadMarkdown(body, schema)
    const state = caretAt(selectText(doc, 'x'), direction === 'on')
    expect(caretAfter(direction, state)).toEqual(expected)
  })

  test.each([
    ['between paragraphs', 'y\n\nx\n', 'back'],
    ['in a list after it', `${table}\n- x\n`, 'back'],
    ['in a quote after it', `${table}\n> x\n`, 'back'],
    ['from the other side', `${table}\nx\n`, 'on'],
  ] as const)('nowhere %s', (_name, body, direction) => {
    const state = caretAt(selectText(loadMarkdown(body, schema).doc, 'x'), direction === 'on')
    expect(caretAfter(direction, state)).toBeUndefined()
  })

  test.each(['back', 'on'] as const)('and an empty paragraph goes: %s', direction => {
    const [between] = loadMarkdown(table, schema).doc.toJSON().content as [object]
    const empty = { type: 'paragraph' }
    const doc = direction === 'back' ? docOf(between, empty) : docOf(empty, between)
    const state = selectText(doc, 'a')
    const caret = direction === 'back' ? doc.content.size - 1 : 1
    let after = state.apply(state.tr.setSelection(TextSelection.create(doc, caret)))
    stepIntoTable(direction)(after, tr => (after = after.apply(tr)))
    expect([after.doc.childCount, after.selection.$from.parent.textContent]).toEqual([
      1,
      direction === 'back' ? 'd' : 'a',
    ])
  })
})

function caretAt(state: EditorState, isAtEnd: boolean): EditorState {
  const { from, to } = state.selection
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, isAtEnd ? to : from)))
}
