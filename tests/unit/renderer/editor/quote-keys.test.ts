import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { liftFromQuote } from '../../../../src/renderer/editor/extensions/quote-keys/quote-keys'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'
import { selectText } from './select-text'

function backspaceBefore(text: string, body: string): string | undefined {
  const { doc, save } = loadMarkdown(body, schema)
  const selected = selectText(doc, text)
  const caret = TextSelection.create(doc, selected.selection.from)
  const state = selected.apply(selected.tr.setSelection(caret))
  let after: EditorState | undefined
  liftFromQuote(state, tr => (after = state.apply(tr)))
  return after === undefined ? undefined : save(after.doc)
}

describe('Backspace at the beginning of a quote takes it away', () => {
  test.each([
    ['after a list (went into its item)', '- a\n\n> x\n>\n> y\n', '- a\n\nx\n\n> y\n'],
    ['after tasks', '- [ ] a\n\n> x\n', '- [ ] a\n\nx\n'],
    ['after a footnote (went into it)', 'T[^1]\n\n[^1]: a\n\n> x\n', 'T[^1]\n\n[^1]: a\n\nx\n'],
    ['after a table (selected it)', '|a|\n|-|\n\n> x\n', '|a|\n|-|\n\nx\n'],
    ['one at a time', '- a\n\n> > x\n', '- a\n\n> x\n'],
  ])('%s', (_name, body, expected) => {
    expect(backspaceBefore('x', body)).toBe(expected)
  })

  test.each([
    ['in the middle of a quote', '- a\n\n> b\n>\n> x\n'],
    ['in a list in a quote', '- a\n\n> - x\n'],
    ['after a paragraph, where ProseMirror does it', 'a\n\n> x\n'],
  ])('but not %s', (_name, body) => {
    expect(backspaceBefore('x', body)).toBeUndefined()
  })
})
