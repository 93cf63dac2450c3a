import '@fontsource/stix-two-math/latin-400.css'
import './editor.css'
import './styles/block-handle.css'
import './styles/bubble-menu.css'
import './styles/callouts.css'
import './styles/find.css'
import './styles/formulas.css'
import './styles/languages.css'
import './styles/marks.css'
import './styles/option-list.css'
import './styles/tables.css'
import './styles/views.css'
import './styles/code-blocks.css'
import './styles/images.css'
import './styles/links.css'
import type { TextSize } from '../../shared/domain/markdown/text-size'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AddressFieldKind } from './address-row'
import { BlockHandle } from './block-handle'
import { BubbleMenu } from './bubble-menu'
import { createExtensions } from './create-extensions'
import type { OutlineEntry } from './document-stats'
import type { EditorServices } from './editor-services'
import { EditorTools, type OpenFind } from './editor-tools'
import { createNoteBody, type NoteBody } from './note-body'
import { createHandle, type NoteEditorHandle } from './note-editor-handle'
import { SourcePane } from './source/source-pane'
import { reportHeading } from './report-heading'
import { reportSelection, reportStats } from './report-stats'
import { TableTools } from './table-tools'
import { enterToolbar } from './toolbar-keys'
import { ViewSync } from './source/view-sync'
import { useIsPainted } from '../state/use-is-painted'
import type { NoteView } from './note-view'
import { useTranslation } from '../ui/use-translation'

export interface NoteEditorProps {
  /** Markdown; read when the editor mounts and not again. */
  readonly body: string
  readonly services: EditorServices
  /** Accessible name of the text box. */
  readonly label: string
  readonly placeholder: string
  /** Language of the text as a BCP 47 tag, for spelling and line breaks; undefined when it isn't known. */
  readonly language?: string | undefined
  readonly isEditable: boolean
  readonly autoFocus: boolean
  readonly view: NoteView
  readonly isToolbarShown: boolean
  /** Whether all but the block of the caret recedes. */
  readonly isFocusMode: boolean
  readonly onView: (view: NoteView) => void
  /** Called at every change of the document; `getBody` writes it when it is first called. */
  readonly onEdit: (getBody: () => string) => void
  readonly onReady?: (handle: NoteEditorHandle) => void
  /** Called 200 ms after the document changed, and once at first. */
  readonly onStats?: (size: TextSize, outline: OutlineEntry[]) => void
  /** Called 200 ms after the selection of the rich text changed; undefined when there is no text in it. */
  readonly onSelection?: (size: TextSize | undefined) => void
  /** The heading that the caret or the top of the window is under, by its number from 0; -1 before the first. */
  readonly onHeading?: (index: number) => void
}

/** The editor of one note: rich text, its Markdown beside or instead, and the tools for both. */
export function NoteEditor(props: NoteEditorProps) {
  const { isEditable, label, onEdit, onHeading, onReady, onSelection, onStats, view } = props
  const [noteBody] = useState(() => createNoteBody(props.body))
  const sync = useRef<ViewSync>(undefined)
  const editor = useNoteEditor(props, noteBody, () => sync.current?.richEdited())
  const [viewSync] = useState(() => new ViewSync({ editor, noteBody, onEdit: body => onEdit(body) }))
  const isPainted = useIsPainted()
  const [field, setField] = useState<AddressFieldKind>()
  const [find, setFind] = useState<OpenFind>()
  // Before TipTap lets go of it, which would draw the whole text once more to do so.
  useLayoutEffect(() => () => editor.destroy(), [editor])
  useEffect(() => {
    sync.current = viewSync
  }, [viewSync])
  useEffect(() => {
    editor.setEditable(isEditable, false)
  }, [editor, isEditable])
  useEffect(() => {
    onReady?.(createHandle({ editor, sync: viewSync, openFind: setFind, openField: setField }))
  }, [editor, viewSync, onReady])
  useEffect(() => (onStats === undefined ? undefined : reportStats(editor, onStats)), [editor, onStats])
  useEffect(
    () => (onSelection === undefined ? undefined : reportSelection(editor, onSelection)),
    [editor, onSelection],
  )
  useEffect(
    () => (onHeading === undefined ? undefined : reportHeading(editor, onHeading)),
    [editor, onHeading],
  )
  // They show themselves to the pointer or at a selection, so that the text can be there before them.
  const hasFloatingTools = isEditable && isPainted
  return (
    <div className={classOf(props)} onKeyDown={enterToolbar}>
      <EditorTools
        editor={editor}
        field={field}
        find={find}
        isEditable={isEditable}
        isToolbarShown={props.isToolbarShown && !props.isFocusMode}
        onField={setField}
        onFind={setFind}
        onView={props.onView}
        view={view}
      />
      <div className="note-views">
        <div className="note-page" hidden={view === 'source'} onFocus={() => viewSync.flush()}>
          <EditorContent className="note-content" editor={editor} />
          {hasFloatingTools && <BlockHandle editor={editor} />}
          {hasFloatingTools && <TableTools editor={editor} />}
        </div>
        {view !== 'rich' && (
          <SourcePane
            editor={editor}
            isEditable={isEditable}
            label={view === 'source' ? label : `${label} (Markdown)`}
            sync={viewSync}
          />
        )}
      </div>
      {hasFloatingTools && <BubbleMenu editor={editor} onLink={() => setField('link')} />}
    </div>
  )
}

/**
 * TipTap makes all node views again when React has mounted the editor, for those that are React components. None of ours is, and
 * the whole document would be drawn a second time.
 */
function drawOnce(editor: Editor): void {
  editor.createNodeViews = () => undefined
}

/**
 * TipTap works out the options of every extension, and the attributes of all of them, each time that it looks at one, which is
 * some ten times for each when an editor starts. They stay what they are.
 */
function settle({ extensionManager }: Editor): void {
  for (const extension of extensionManager.extensions) {
    Object.defineProperty(extension, 'options', { value: extension.options, configurable: true })
  }
  Object.defineProperty(extensionManager, 'attributes', { value: extensionManager.attributes })
}

function classOf({ view, isFocusMode }: NoteEditorProps): string {
  return ['note-editor', `is-${view}`, ...(isFocusMode ? ['is-focus-mode'] : [])].join(' ')
}

function useNoteEditor(props: NoteEditorProps, noteBody: NoteBody, onEdited: () => void): Editor {
  const { t } = useTranslation()
  const [extensions] = useState(() =>
    createExtensions(props.services, {
      placeholder: props.placeholder,
      translate: (key, values) => t(key, { ...values }),
    }),
  )
  return useEditor({
    autofocus: props.autoFocus ? 'start' : false,
    editable: props.isEditable,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        class: 'note-text',
        spellcheck: 'true',
        ...(props.language === undefined ? {} : { lang: props.language }),
      },
    },
    extensions,
    immediatelyRender: true,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onBeforeCreate: ({ editor: created }) => {
      created.options.content = noteBody.load(created.schema)
      drawOnce(created)
      settle(created)
    },
    onUpdate: ({ editor: updated, transaction }) => {
      if (!transaction.docChanged) return
      props.onEdit(noteBody.bodyOf(updated.state.doc))
      onEdited()
    },
  })
}
