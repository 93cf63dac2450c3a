import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  keepOutOfMarkers,
  leaveCallout,
  liftFromCallout,
  removeMarker,
} from '../../../../../src/renderer/editor/extensions/callout/callout-caret'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from '../editor-schema'
import { selectText, selectedText } from '../select-text'

const body = 'Before\n\n> [!tip] Head of it\n> body\n'

describe('a selection in the marker of a callout (what was typed there made it a plain quote)', () => {
  test.each([
    ['begins at the title instead', '[!tip] Head', 'Head'],
    ['is the caret before the title', '!ti', ''],
    ['that goes on to the body begins at the title', '[!tip] Head of it\nbo', 'Head of it\nbo'],
  ])('%s', (_name, text, expected) => {
    const state = selectText(loadMarkdown(body, schema).doc, text)
    const tr = keepOutOfMarkers(state)
    expect(tr === null ? undefined : selectedText(state.apply(tr))).toBe(expected)
  })

  test('is left alone elsewhere', () => {
    expect(keepOutOfMarkers(selectText(loadMarkdown(body, schema).doc, 'Head'))).toBeNull()
    expect(keepOutOfMarkers(selectText(loadMarkdown('[!tip] Head\n', schema).doc, '[!tip'))).toBeNull()
  })
})

test('from the title’s start one gets to what stands before the callout', () => {
  const state = selectText(loadMarkdown(body, schema).doc, 'Head')
  const { from, to } = state.selection
  const atStart = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)))
  expect(run(atStart, false)?.selection.toJSON()).toEqual({ type: 'text', anchor: 7, head: 7 })
  const extended = state.apply(state.tr.setSelection(TextSelection.create(state.doc, to, from)))
  expect(run(extended, true)?.selection.toJSON()).toEqual({ type: 'text', anchor: to, head: 7 })
})

test('Backspace at the title’s start makes it a plain quote (took the marker’s last sign)', () => {
  const state = selectText(loadMarkdown(body, schema).doc, 'Head')
  const atStart = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.selection.from)))
  expect(after(removeMarker, atStart)?.doc.textBetween(0, state.doc.content.size - 7, '|')).toBe(
    'Before|Head of it\nbody',
  )
  expect(after(removeMarker, state)).toBeUndefined()
})

test('Delete before a callout takes its first paragraph out without the marker (showed it)', () => {
  const { doc } = loadMarkdown('Before\n\n> [!tip] Head\n>\n> body\n', schema)
  const state = selectText(doc, 'Before')
  const atEnd = state.apply(state.tr.setSelection(TextSelection.create(doc, state.selection.to)))
  const changed = after(liftFromCallout, atEnd)
  expect(changed?.doc.children.map(block => `${block.type.name}: ${block.textContent}`)).toEqual([
    'paragraph: Before',
    'paragraph: Head',
    'blockquote: body',
  ])
})

function run(state: EditorState, isExtending: boolean): EditorState | undefined {
  return after(leaveCallout(isExtending), state)
}

function after(command: Command, state: EditorState): EditorState | undefined {
  let changed: EditorState | undefined
  command(state, tr => (changed = state.apply(tr)))
  return changed
}
