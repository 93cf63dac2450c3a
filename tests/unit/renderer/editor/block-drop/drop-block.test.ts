import { EditorState, NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { dropBlock } from '../../../../../src/renderer/editor/extensions/block-drop/drop-block'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'
import { selectText } from '../select-text'

/** What is saved when the block that `mark` says (the last one by itself) is dropped at the text `at`. */
function dropped(
  body: string,
  at: string,
  edge: 'start' | 'end' = 'start',
  isMove = true,
): string | undefined {
  const { doc, save } = loadMarkdown(body, schema)
  const place = selectText(doc, at).selection
  const last = doc.content.size - (doc.lastChild?.nodeSize ?? 0)
  const state = EditorState.create({ doc, selection: NodeSelection.create(doc, last) })
  const position = edge === 'start' ? place.from : place.to
  const tr = dropBlock(state, {
    slice: state.selection.content(),
    position,
    moved: isMove ? state.selection : undefined,
  })
  return tr === undefined ? undefined : save(tr.doc)
}

describe('a block that is dropped in a list is an item of its own', () => {
  test.each([
    ['before an item (took its bullet)', '- one\n- two\n\nLast\n', 'two', '- one\n- Last\n- two\n'],
    ['before the first', '1. one\n2. two\n\nLast\n', 'one', '1. Last\n2. one\n3. two\n'],
    ['as a task', '- [x] one\n- [ ] two\n\nLast\n', 'two', '- [x] one\n- [ ] Last\n- [ ] two\n'],
    ['in a list within', '- one\n  - two\n\nLast\n', 'two', '- one\n  - Last\n  - two\n'],
    ['if it is an image', '- one\n- two\n\n![a](a.png)\n', 'two', '- one\n- ![a](a.png)\n- two\n'],
    ['if it is a callout', '- one\n- two\n\n> [!tip] A\n', 'two', '- one\n- > [!tip] A\n- two\n'],
  ])('%s', (_name, body, at, expected) => {
    expect(dropped(body, at)).toBe(expected)
  })

  test('after an item', () => {
    expect(dropped('- one\n- two\n\nLast\n', 'one', 'end')).toBe('- one\n- Last\n- two\n')
  })

  test('in the gap between items (went before the list)', () => {
    const { doc, save } = loadMarkdown('- one\n- two\n\nLast\n', schema)
    const last = doc.content.size - (doc.lastChild?.nodeSize ?? 0)
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, last) })
    const position = 1 + (doc.firstChild?.firstChild?.nodeSize ?? 0)
    const tr = dropBlock(state, { slice: state.selection.content(), position, moved: state.selection })
    expect(tr === undefined ? undefined : save(tr.doc)).toBe('- one\n- Last\n- two\n')
  })

  test('and stays where it was too when it is copied', () => {
    expect(dropped('- one\n- two\n\nLast\n', 'two', 'start', false)).toBe('- one\n- Last\n- two\n\nLast\n')
  })
})

test('a list that is dropped in a list joins it as items', () => {
  expect(dropped('- one\n- two\n\nx\n\n1. a\n   - b\n2. c\n', 'two')).toBe(
    '- one\n- a\n  - b\n- c\n- two\n\nx\n',
  )
  expect(dropped('- [ ] one\n- [ ] two\n\nx\n\n- a\n', 'two')).toBe('- [ ] one\n- [ ] a\n- [ ] two\n\nx\n')
})

test('before a callout’s title is before the callout (the callout was lost)', () => {
  expect(dropped('> [!tip] Head\n> body\n\nLast\n', 'Head')).toBe('Last\n\n> [!tip] Head\n> body\n')
})

describe('ProseMirror drops', () => {
  test.each([
    ['between paragraphs', 'one\n\ntwo\n\nLast\n', 'two'],
    ['between the blocks of an item', '- one\n\n  mid\n\n  end\n\nLast\n', 'mid'],
    ['in a quote', '> one\n\nLast\n', 'one'],
  ])('%s', (_name, body, at) => {
    expect(dropped(body, at)).toBeUndefined()
  })
})

test('a block that is dropped on itself stays', () => {
  const body = 'x\n\n- one\n- two\n'
  expect(dropped(body, 'two')).toBe(body)
})
