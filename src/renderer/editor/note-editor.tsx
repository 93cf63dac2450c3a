import './editor.css'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createExtensions } from './create-extensions'
import { type DocumentStats, documentStats, type OutlineEntry } from './document-stats'
import type { EditorServices } from './editor-services'
import { createNoteBody, type NoteBody } from './note-body'
import { scrollToHeading } from './scroll-to-heading'
import { Toolbar } from './toolbar'

/** What the pane around the editor can do with it. */
export interface NoteEditorHandle {
  focus(): void
  getBody(): string
  /** Shows a body that changed outside; not an edit, so `onEdit` isn't called. */
  replaceBody(body: string): void
  scrollToHeading(index: number): void
  isEmpty(): boolean
}

export interface NoteEditorProps {
  /** Markdown; read when the editor mounts and not again. */
  readonly body: string
  readonly services: EditorServices
  /** Accessible name of the text box. */
  readonly label: string
  readonly placeholder: string
  readonly isEditable: boolean
  readonly autoFocus: boolean
  /** Called at every change of the document; `getBody` writes it when it is first called. */
  readonly onEdit: (getBody: () => string) => void
  readonly onReady?: (handle: NoteEditorHandle) => void
  /** Called 200 ms after the document changed, and once at first. */
  readonly onStats?: (stats: DocumentStats, outline: OutlineEntry[]) => void
}

const statsDelayMs = 200

/** The rich editor of one note, with its toolbar. */
export function NoteEditor(props: NoteEditorProps) {
  const { isEditable, label, onEdit, onReady, onStats } = props
  const { t } = useTranslation()
  const [noteBody] = useState(() => createNoteBody(props.body))
  const [extensions] = useState(() =>
    createExtensions(props.services, {
      placeholder: props.placeholder,
      translate: (key, values) => t(key, { ...values }),
    }),
  )
  const editor = useEditor({
    autofocus: props.autoFocus ? 'start' : false,
    editable: isEditable,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'note-text' },
    },
    extensions,
    immediatelyRender: true,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onBeforeCreate: ({ editor: created }) => {
      created.options.content = noteBody.load(created.schema)
    },
    onUpdate: ({ editor: updated, transaction }) => {
      if (transaction.docChanged) onEdit(noteBody.bodyOf(updated.state.doc))
    },
  })
  useEffect(() => {
    editor.setEditable(isEditable, false)
  }, [editor, isEditable])
  useEffect(() => {
    onReady?.(createHandle(editor, noteBody))
  }, [editor, noteBody, onReady])
  useEffect(() => (onStats === undefined ? undefined : reportStats(editor, onStats)), [editor, onStats])

  return (
    <div className="note-editor">
      {isEditable && <Toolbar editor={editor} />}
      <EditorContent className="note-page" editor={editor} />
    </div>
  )
}

function createHandle(editor: Editor, noteBody: NoteBody): NoteEditorHandle {
  return {
    focus: () => editor.view.focus(),
    getBody: () => noteBody.bodyOf(editor.state.doc)(),
    replaceBody: body => noteBody.replace(editor, body),
    scrollToHeading: index => scrollToHeading(editor, index),
    isEmpty: () => editor.isEmpty,
  }
}

function reportStats(editor: Editor, onStats: NonNullable<NoteEditorProps['onStats']>): () => void {
  let timer = setTimeout(report, 0)
  const schedule = ({ transaction }: { transaction: { docChanged: boolean } }) => {
    if (!transaction.docChanged) return
    clearTimeout(timer)
    timer = setTimeout(report, statsDelayMs)
  }
  editor.on('transaction', schedule)
  return () => {
    clearTimeout(timer)
    editor.off('transaction', schedule)
  }

  function report(): void {
    if (!editor.isDestroyed) onStats(...documentStats(editor.state.doc))
  }
}
