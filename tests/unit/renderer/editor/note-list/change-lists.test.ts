import { AllSelection, type EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { changeLists } from '../../../../../src/renderer/editor/extensions/note-list/change-lists'
import type { ListName } from '../../../../../src/renderer/editor/extensions/note-list/whole-lists'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'
import { selectText } from '../select-text'

describe('changeLists makes', () => {
  test.each<[string, string, ListName, string]>([
    ['numbers of bullets (were put a level deeper)', '- a\n- b\n', 'orderedList', '1. a\n2. b\n'],
    ['tasks of bullets', '- a\n- b\n', 'taskList', '- [ ] a\n- [ ] b\n'],
    ['bullets of tasks', '- [ ] a\n- [x] b\n', 'bulletList', '- a\n- b\n'],
    ['tasks of numbers and tasks', '1. a\n2. [x] b\n', 'taskList', '- [ ] a\n- [x] b\n'],
    ['bullets of a list of both', '- a\n- [x] b\n', 'bulletList', '- a\n- b\n'],
    ['one list of a list and what follows', '- a\n- b\n\npara\n', 'orderedList', '1. a\n2. b\n3. para\n'],
    ['one list of what stands before', 'para\n\n- a\n  - b\n', 'orderedList', '1. para\n2. a\n   - b\n'],
    ['a list of paragraphs', 'a\n\n## b\n', 'bulletList', '- a\n- ## b\n'],
    ['one list of lists of two kinds', '- a\n\n1. b\n\n- [x] c\n', 'taskList', '- [ ] a\n- [ ] b\n- [x] c\n'],
    ['one list of lists of its kind', '3. a\n\npara\n\n1. b\n', 'orderedList', '3. a\n4. para\n5. b\n'],
  ])('%s', (...[, body, name, expected]) => {
    expect(changed(body, name)).toBe(expected)
  })

  test('another kind of the list at the caret alone', () => {
    const { doc, save } = loadMarkdown('- a\n  - b\n  - c\n\npara\n', schema)
    const state = selectText(doc, 'b')
    expect(save(run(state, 'orderedList').doc)).toBe('- a\n  1. b\n  2. c\n\npara\n')
  })

  test('nothing of empty paragraphs at the ends', () => {
    const { doc, save } = loadMarkdown('- a\n', schema)
    const state = selectText(doc, 'a')
    const empty = () => schema.node('paragraph')
    const { tr } = state
    tr.insert(doc.content.size, empty()).insert(0, empty())
    const { doc: made } = run(state.apply(tr.setSelection(new AllSelection(tr.doc))), 'taskList')
    expect(made.children.map(({ type }) => type.name)).toEqual(['paragraph', 'taskList', 'paragraph'])
    expect(save(made)).toBe('- [ ] a\n')
  })
})

test('changeLists takes a list of the kind apart that is selected as a whole', () => {
  expect(changed('- a\n- b\n\n  c\n  - d\n', 'bulletList')).toBe('a\n\nb\n\nc\n\n- d\n')
})

test('changeLists leaves one block, and a selection within a list of the kind, to TipTap', () => {
  expect(changeLists('bulletList')(selectAll('a\n').state)).toBe(false)
  expect(changeLists('bulletList')(selectText(loadMarkdown('- a\n', schema).doc, 'a'))).toBe(false)
})

function changed(body: string, name: ListName): string {
  const { state, save } = selectAll(body)
  return save(run(state, name).doc)
}

function selectAll(body: string) {
  const { doc, save } = loadMarkdown(body, schema)
  const state = selectText(doc, 'a')
  return { state: state.apply(state.tr.setSelection(new AllSelection(doc))), save }
}

function run(state: EditorState, name: ListName): EditorState {
  let after = state
  changeLists(name)(state, tr => (after = state.apply(tr)))
  return after
}
