import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { copiedPart } from '../../../../../src/renderer/editor/extensions/safe-paste/copied-part'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from '../editor-schema'
import { selectText } from '../select-text'

/** What an empty line becomes when this text of a note is copied and pasted there. */
function pasted(text: string, body: string): string {
  const { selection } = selectText(loadMarkdown(body, schema).doc, text)
  const state = EditorState.create({ doc: docOf({ type: 'paragraph' }) })
  const { tr } = state
  tr.setSelection(TextSelection.create(tr.doc, 1))
  return saveNew(tr.replaceSelection(copiedPart(selection.content(), selection)).doc)
}

describe('words that are copied come without their block', () => {
  test.each([
    ['heading', '## A word more\n', 'word\n'],
    ['item', '- a word\n', 'word\n'],
    ['task', '- [ ] a word\n', 'word\n'],
    ['quote', '> word more\n', 'word\n'],
    ['callout', '> [!note] Title\n> a word more\n', 'word\n'],
    ['cell', '|a word|\n|-|\n', 'word\n'],
    ['heading, with their marks', '# A **word** more\n', '**word**\n'],
  ])('%s', (_name, body, expected) => {
    expect(pasted('word', body)).toBe(expected)
  })

  test.each([
    ['heading', '## word\n', '## word\n'],
    ['item', '- word\n', '- word\n'],
    ['code', '```js\na word\n```\n', '```js\nword\n```\n'],
  ])('but a whole %s stays one, and code code', (_name, body, expected) => {
    expect(pasted('word', body)).toBe(expected)
  })
})
