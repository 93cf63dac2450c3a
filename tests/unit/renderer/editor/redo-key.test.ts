import { expect, test } from 'vitest'
import { TypingEditor } from './typing-editor'

test.each(['z', 'Z'])(
  'the redo key with nothing to do again does nothing (undid, with Caps Lock): %s',
  key => {
    const editor = new TypingEditor()
    editor.type('words')
    expect([editor.press(key, 'Mod', 'Shift'), editor.markdown]).toEqual([true, 'words'])
    editor.press('z', 'Mod')
    expect(editor.markdown).toBe('')
    editor.press(key, 'Mod', 'Shift')
    expect(editor.markdown).toBe('words')
    editor.destroy()
  },
)
