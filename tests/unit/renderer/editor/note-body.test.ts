import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { createExtensions } from '../../../../src/renderer/editor/create-extensions'
import { createNoteBody } from '../../../../src/renderer/editor/note-body'
import { schema, services } from './editor-schema'

test('what was written in the source view is undone to the very same file (its last line break was gone)', () => {
  const body = 'One\n\n- a\n'
  const noteBody = createNoteBody(body)
  const editor = new Editor({
    element: null,
    extensions: createExtensions(services, { placeholder: () => '' }),
    content: noteBody.load(schema).toJSON() as object,
  })
  const { extensionManager, state, view } = editor
  view.updateState(state.reconfigure({ plugins: extensionManager.plugins }))
  const current = (): string => noteBody.bodyOf(editor.state.doc)()
  for (const written of ['\n', '\ne', '\nend']) {
    noteBody.replace(editor, `One\n\n- a${written}`, { isWritten: true })
  }
  expect(current()).toBe('One\n\n- a\nend')
  editor.commands.undo()
  expect(current()).toBe(body)
  editor.commands.redo()
  expect(current()).toBe('One\n\n- a\nend')
  editor.commands.undo()
  expect(current()).toBe(body)
  editor.view.dispatch(editor.state.tr.insertText('x', 1))
  expect(current()).toBe(`x${body}`)
  editor.destroy()
})
