import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  splitOffCode,
  stepOverBorder,
} from '../../../../src/renderer/editor/extensions/note-code-block/code-border'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'
import { selectText } from './select-text'

describe('stepOverBorder goes', () => {
  test.each([
    ['from a paragraph into the code after it (made prose of it)', 'a\n\n```js\nb\n```\n', 'a', 'on', 'b'],
    ['from code into the paragraph before it', 'a\n\n```js\nb\n```\n', 'b', 'back', 'a'],
    ['from code into the paragraph after it', '```js\na\n```\n\nb\n', 'a', 'on', 'b'],
    ['from a heading into the code before it', '```js\na\n```\n\n# b\n', 'b', 'back', 'a'],
    ['from code into code', '```js\na\n```\n\n```py\nb\n```\n', 'a', 'on', 'b'],
    ['into a formula', 'a\n\n$$\nb\n$$\n', 'a', 'on', 'b'],
    ['within an item', '- a\n  ```js\n  b\n  ```\n', 'b', 'back', 'a'],
  ] as const)('%s', (...[, body, from, direction, to]) => {
    const { doc } = loadMarkdown(body, schema)
    let stepped: EditorState | undefined
    const state = caretAt(selectText(doc, from), direction === 'on')
    stepOverBorder(direction)(state, tr => (stepped = state.apply(tr)))
    expect(stepped?.doc).toBe(doc)
    expect(stepped?.selection.toJSON()).toEqual(
      caretAt(selectText(doc, to), direction === 'back').selection.toJSON(),
    )
  })

  test.each([
    ['between paragraphs', 'a\n\nb\n', 'on'],
    ['from the middle of a line', 'a more\n\n```js\nb\n```\n', 'on'],
    ['into empty code', 'a\n\n```js\n```\n', 'on'],
    ['from the first block', '```js\na\n```\n', 'back'],
  ] as const)('nowhere %s', (_name, body, direction) => {
    const state = caretAt(selectText(loadMarkdown(body, schema).doc, 'a'), direction === 'on')
    expect(stepOverBorder(direction)(state)).toBe(false)
  })
})

describe('Enter over text from its beginning into code (left an empty code block before it)', () => {
  test.each([
    ['leaves an empty paragraph', 'ab\n\n```js\nc|d\n```\n', ['paragraph', 'codeBlock d']],
    ['and one in an item', '- ab\n  ```js\n  c|d\n  ```\n', ['paragraph', 'codeBlock d']],
  ] as const)('%s', (_name, marked, expected) => {
    const { doc } = loadMarkdown(marked.replace('|', ''), schema)
    const from = selectText(doc, 'ab').selection.from
    const state = selectText(doc, 'd')
    let after = state.apply(state.tr.setSelection(TextSelection.create(doc, from, state.selection.from)))
    expect(splitOffCode(after, tr => (after = after.apply(tr)))).toBe(true)
    const blocks: string[] = []
    after.doc.descendants(node => {
      if (node.isTextblock) blocks.push(`${node.type.name} ${node.textContent}`.trim())
    })
    expect([blocks, after.selection.$from.parent.textContent]).toEqual([expected, 'd'])
  })
})

function caretAt(state: EditorState, isAtEnd: boolean): EditorState {
  const { from, to } = state.selection
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, isAtEnd ? to : from)))
}
