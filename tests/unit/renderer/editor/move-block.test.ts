import { type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { moveBlock } from '../../../../src/renderer/editor/move-block'
import { schema } from './editor-schema'
import { selectedText, selectText } from './select-text'

describe('moveBlock moves', () => {
  test.each([
    ['a paragraph past the one after it', 'a\n\nb\n\nc\n', 'a', 'down', 'b\n\na\n\nc\n'],
    ['a paragraph past a list as a whole', '- x\n- y\n\nb\n', 'b', 'up', 'b\n\n- x\n- y\n'],
    ['an item within its list', '- x\n- y\n\nb\n', 'y', 'up', '- y\n- x\n\nb\n'],
    [
      'a nested item within its own list',
      '- x\n  - p\n  - q\n- y\n',
      'p',
      'down',
      '- x\n  - q\n  - p\n- y\n',
    ],
    ['the list of an item that is its first', 'a\n\n- x\n- y\n', 'x', 'up', '- x\n- y\n\na\n'],
    ['an item with all that it holds', '- x\n  - p\n- y\n', 'x', 'down', '- y\n- x\n  - p\n'],
    ['the parent of the only nested item', '- x\n  - p\n- y\n', 'p', 'down', '- y\n- x\n  - p\n'],
    ['a quote when the caret is within it', 'a\n\n> b\n>\n> c\n', 'c', 'up', '> b\n>\n> c\n\na\n'],
  ] as const)('%s', (...[, body, text, direction, expected]) => {
    const { doc, save } = loadMarkdown(body, schema)
    const moved = move(selectText(doc, text), direction)
    expect([save(moved.doc), selectedText(moved)]).toEqual([expected, text])
  })

  test('all blocks of a selection, which stays', () => {
    const { doc, save } = loadMarkdown('one\n\ntwo\n\nthree\n', schema)
    const state = selectText(doc, 'one')
    const both = TextSelection.create(doc, 2, selectText(doc, 'two').selection.to)
    const moved = move(state.apply(state.tr.setSelection(both)), 'down')
    expect([save(moved.doc), selectedText(moved)]).toEqual(['three\n\none\n\ntwo\n', 'netwo'])
  })

  test('a block that is selected as a whole, which stays selected', () => {
    const { doc, save } = loadMarkdown('- x\n- y\n\n---\n', schema)
    const state = selectText(doc, 'x')
    const moved = move(state.apply(state.tr.setSelection(NodeSelection.create(doc, 0))), 'down')
    expect([save(moved.doc), moved.selection.toJSON()]).toEqual([
      '---\n\n- x\n- y\n',
      { type: 'node', anchor: 1 },
    ])
  })
})

test.each([
  ['the first block up', 'a\n\nb\n', 'a', 'up'],
  ['the last block down', 'a\n\n- x\n- y\n', 'y', 'down'],
] as const)('moveBlock can’t move %s', (_name, body, text, direction) => {
  const state = selectText(loadMarkdown(body, schema).doc, text)
  expect(moveBlock(direction)(state)).toBe(false)
})

function move(state: EditorState, direction: 'up' | 'down'): EditorState {
  let moved = state
  moveBlock(direction)(state, tr => (moved = state.apply(tr)))
  return moved
}
