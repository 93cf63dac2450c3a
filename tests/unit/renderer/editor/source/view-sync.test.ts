import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, test } from 'vitest'
import { createExtensions } from '../../../../../src/renderer/editor/create-extensions'
import { createNoteBody } from '../../../../../src/renderer/editor/note-body'
import type { SourceView } from '../../../../../src/renderer/editor/source/source-view'
import { ViewSync } from '../../../../../src/renderer/editor/source/view-sync'
import { schema, services } from '../editor-schema'

const opened: Editor[] = []
afterEach(() => opened.splice(0).forEach(editor => editor.destroy()))

/** A note whose source is shown and put away, as text without a page. */
function open(body: string) {
  const noteBody = createNoteBody(body)
  const editor = new Editor({
    element: null,
    extensions: createExtensions(services, { placeholder: () => '' }),
    content: noteBody.load(schema).toJSON() as object,
  })
  opened.push(editor)
  const { extensionManager, state, view } = editor
  view.updateState(state.reconfigure({ plugins: extensionManager.plugins }))
  const sync = new ViewSync({ editor, noteBody, isShown: () => true, onEdit: () => undefined })
  editor.on('update', () => {
    noteBody.bodyOf(editor.state.doc)
    sync.richEdited()
  })
  return { editor, sync, noteBody, body: () => noteBody.bodyOf(editor.state.doc)() }
}

function sourceView(caret = 0): SourceView {
  let text = ''
  return {
    body: () => text,
    setBody: body => (text = body),
    caret: () => caret,
    setCaret: () => undefined,
    show: () => undefined,
    setEditable: () => undefined,
    type: typed => (text = text.slice(0, caret) + typed + text.slice(caret)),
    openSearch: () => undefined,
    focus: () => undefined,
    hasFocus: () => true,
    destroy: () => undefined,
  }
}

type Note = ReturnType<typeof open>

function typeInSource({ sync }: Note, at: number, text: string): void {
  const view = sourceView(at)
  sync.open(view)
  sync.focused('source')
  if (text !== '') {
    view.type(text)
    sync.sourceEdited()
  }
  sync.close()
}

function undoAll({ editor, body }: Note): string[] {
  const bodies: string[] = []
  while (editor.can().undo()) {
    editor.commands.undo()
    bodies.push(body())
  }
  return bodies
}

describe('a source view in which nothing was written changes neither the text nor what can be undone:', () => {
  test.each<[string, string, (note: Note) => void]>([
    [
      'a space at the end',
      'p\n\nq\n',
      ({ editor }) => editor.view.dispatch(editor.state.tr.insertText(' x ', 2)),
    ],
    [
      'a break at the beginning',
      'p\n\nq\n',
      ({ editor }) => editor.chain().setTextSelection(1).setHardBreak().run(),
    ],
    [
      'code with a blank line',
      '```\nc\n\nd\n```\n',
      ({ editor }) => editor.chain().setTextSelection(1).setParagraph().run(),
    ],
  ])('%s', (_, file, edit) => {
    const note = open(file)
    edit(note)
    const edited = note.editor.state.doc
    const saved = note.body()
    typeInSource(note, 0, '')
    expect([note.editor.state.doc.eq(edited), note.body()]).toEqual([true, saved])
    expect(undoAll(note)).toEqual([file])
  })
})

test('the caret goes where that of the source was, though the text is not what its Markdown is read as', () => {
  const note = open('p\n\nq\n\nlast\n')
  note.editor.view.dispatch(note.editor.state.tr.insertText(' x  ', 2))
  typeInSource(note, note.body().indexOf('st'), '')
  const { $head } = note.editor.state.selection
  expect([$head.parent.textContent, $head.parentOffset]).toEqual(['last', 2])
})

test('what is written in one view is undone without what was written in the other just before', () => {
  const file = '> a\n> b\n\nsome _em_ text\n'
  const note = open(file)
  note.editor.chain().setTextSelection(10).setHeading({ level: 1 }).run()
  const heading = note.body()
  typeInSource(note, 4, 'S')
  note.editor.view.dispatch(note.editor.state.tr.insertText('Z', 2))
  expect(note.body()).toBe('> Za\nS> b\n\n# some _em_ text\n')
  expect(undoAll(note)).toEqual(['> a\nS> b\n\n# some _em_ text\n', heading, file])
})
