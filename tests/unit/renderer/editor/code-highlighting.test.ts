import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { beforeAll, expect, it } from 'vitest'
import { createCodeHighlighting } from '../../../../src/renderer/editor/extensions/note-code-block/code-highlighting'
import {
  longestHighlighted,
  tokensOf,
} from '../../../../src/renderer/editor/extensions/note-code-block/code-tokens'
import { codeTokens } from '../../../../src/renderer/editor/extensions/note-code-block/lazy-code-tokens'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'

const stateOf = (markdown: string): EditorState =>
  EditorState.create({ doc: loadMarkdown(markdown, schema).doc, plugins: [createCodeHighlighting()] })
const decorationsOf = (state: EditorState): DecorationSet | null | undefined =>
  state.plugins[0]?.props.decorations?.call(state.plugins[0], state) as DecorationSet | null | undefined
const shown = (state: EditorState): string[] =>
  (decorationsOf(state)?.find() ?? []).map(({ from, to }) => `${from} ${state.doc.textBetween(from, to)}`)
const block = (text: string, language: string | null): ProseMirrorNode =>
  schema.node('codeBlock', { language }, text === '' ? [] : [schema.text(text)])

beforeAll(codeTokens.load)

const two = '```js\nconst a = 1\n```\n\nbetween\n\n```python\nreturn 2\n```\n'

it('colours the words of a language, also of one by another name', () => {
  expect(shown(stateOf(two))).toEqual(['1 const', '11 1', '23 return', '30 2'])
})

it('keeps colours in place through every edit, as if all had been coloured anew', () => {
  let state = stateOf(two)
  const edits: ((state: EditorState) => EditorState['tr'])[] = [
    ({ tr }) => tr.insertText('x', 15),
    ({ tr }) => tr.insertText('let b = "s"\n', 1),
    ({ tr }) => tr.setNodeAttribute(0, 'language', 'python'),
    ({ tr }) => tr.delete(0, state.doc.child(0).nodeSize),
    ({ tr }) => tr.insert(0, block('let c = 3', 'js')),
    ({ tr, doc }) => tr.insert(doc.content.size, doc.child(0)),
  ]
  for (const edit of edits) {
    state = state.apply(edit(state))
    const anew = EditorState.create({ doc: state.doc, plugins: [createCodeHighlighting()] })
    expect(shown(state)).toEqual(shown(anew))
  }
})

it('looks at a block once, however often others change', () => {
  const first = block('const a = 1', 'js')
  const tokens = tokensOf(first)
  expect(tokensOf(first)).toBe(tokens)
  const state = stateOf(two)
  const untouched = state.doc.child(2)
  const before = tokensOf(untouched)
  const next = state.apply(state.tr.insertText('x', 3))
  expect(next.doc.child(2)).toBe(untouched)
  expect(tokensOf(next.doc.child(2))).toBe(before)
})

it('shows without colours what is too long, or of no language that it knows', () => {
  expect(tokensOf(block('const a = 1', null))).toEqual([])
  expect(tokensOf(block('const a = 1', 'klingon'))).toEqual([])
  expect(tokensOf(block('const a = 1\n'.repeat(longestHighlighted / 10), 'js'))).toEqual([])
})
