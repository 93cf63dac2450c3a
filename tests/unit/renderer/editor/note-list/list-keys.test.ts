import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  indentItems,
  joinIntoList,
  outdentItems,
} from '../../../../../src/renderer/editor/extensions/note-list/list-keys'
import { checkItem } from '../../../../../src/renderer/editor/extensions/note-list/typed-task'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'
import { selectText } from '../select-text'

describe('indentItems', () => {
  test.each([
    ['puts an item into the one before it', '- a\n- x\n', '- a\n  - x\n'],
    ['puts a task into the item before it', '- a\n- [ ] x\n', '- a\n  - [ ] x\n'],
    ['puts an item into the task before it', '- [ ] a\n- x\n', '- [ ] a\n  - x\n'],
    ['leaves the first item, and the focus (went to the next pane)', '- x\n- b\n', '- x\n- b\n'],
  ])('%s', (_name, body, expected) => {
    expect(after(indentItems, body)).toBe(expected)
  })

  test('is not for a paragraph', () => {
    expect(indentItems(caretBefore('a x\n', 'x').state)).toBe(false)
  })
})

describe('outdentItems', () => {
  test.each([
    ['takes an item out of its list', '- a\n- x\n', '- a\n\nx\n'],
    ['takes a task into the list around it', '- a\n  - [ ] x\n- b\n', '- a\n- [ ] x\n- b\n'],
    ['takes the text of an item out that tasks can’t hold', '- [ ] a\n  - x\n', '- [ ] a\n\n  x\n'],
  ])('%s', (_name, body, expected) => {
    expect(after(outdentItems, body)).toBe(expected)
  })
})

describe('joinIntoList', () => {
  test.each([
    ['bullets (stayed two lists)', '- a\n\nx\n\n- c\n', '- ax\n- c\n'],
    ['numbers', '1. a\n\nx\n\n1. c\n2. d\n', '1. ax\n2. c\n3. d\n'],
    ['tasks', '- [x] a\n\nx\n\n- [ ] c\n', '- [x] ax\n- [ ] c\n'],
    ['lists in an item', '- a\n  - b\n\n  x\n\n  - c\n', '- a\n\n  - bx\n  - c\n'],
    ['a list that ends in a nested one', '- a\n  - b\n\nx\n\n- c\n', '- a\n  - bx\n- c\n'],
  ])('makes one list of two: %s', (_name, body, expected) => {
    expect(after(joinIntoList, body)).toBe(expected)
  })

  test.each([
    ['lists of two kinds', '- a\n\nx\n\n1. c\n'],
    ['a list alone', '- a\n\nx\n'],
    ['a list that ends in code', '- a\n  ```\n  b\n  ```\n\nx\n\n- c\n'],
  ])('is not for %s', (_name, body) => {
    expect(joinIntoList(caretBefore(body, 'x').state)).toBe(false)
  })
})

describe('a box at the beginning of an item', () => {
  test.each([
    ['makes tasks of a list of one item (a list within it was made)', '- ?one\n', '- [x] one\n'],
    ['makes a task beside other items', '- a\n- ?b\n', '- a\n- [x] b\n'],
    ['makes a task of a numbered item', '1. ?a\n', '1. [x] a\n'],
    ['checks a task', '- [ ] a\n- [ ] ?b\n', '- [ ] a\n- [x] b\n'],
    ['makes a list of tasks of what was the last item without one', '- [ ] a\n- ?b\n', '- [ ] a\n- [x] b\n'],
    ['goes on with the tasks before', '- [ ] a\n\n* ?b\n', '- [ ] a\n- [x] b\n'],
  ])('%s', (_name, body, expected) => {
    const { state, save } = caretBefore(body, '?')
    const { tr, selection } = state
    expect(checkItem(tr, { from: selection.from, to: selection.from + 1 }, true)).toBe(true)
    expect(save(tr.doc)).toBe(expected)
    expect(loadMarkdown(expected, schema).doc.toJSON()).toEqual(tr.doc.toJSON())
  })

  test.each([
    ['a paragraph', '?a\n'],
    ['a second paragraph of an item', '- a\n\n  ?b\n'],
  ])('is not one in %s', (_name, body) => {
    const { state } = caretBefore(body, '?')
    const { from } = state.selection
    expect(checkItem(state.tr, { from, to: from + 1 }, true)).toBe(false)
  })
})

function after(command: Command, body: string): string {
  const { state, save } = caretBefore(body, 'x')
  let done: EditorState | undefined
  expect(command(state, tr => (done = state.apply(tr)))).toBe(true)
  return done === undefined ? body : save(done.doc)
}

function caretBefore(body: string, text: string) {
  const { doc, save } = loadMarkdown(body, schema)
  const state = selectText(doc, text)
  return { state: state.apply(state.tr.setSelection(TextSelection.create(doc, state.selection.from))), save }
}
