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
import { useEffect, useState } from 'react'
import type { AddressFieldKind } from './address-row'
import { BlockHandle } from './block-handle'
import { BubbleMenu } from './bubble-menu'
import type { OutlineEntry } from './document-stats'
import { EditorTools, type OpenFind } from './editor-tools'
import type { DeskNote, DeskSetting, NoteDesk } from './note-desk'
import { createHandle, type NoteEditorHandle } from './note-editor-handle'
import { SourcePane } from './source/source-pane'
import { sourceViewCode } from './source/lazy-source-view'
import { NoteText } from './note-text'
import { reportHeading } from './report-heading'
import { reportSelection, reportStats } from './report-stats'
import { TableTools } from './table-tools'
import { enterToolbar } from './toolbar-keys'
import { useLazyCode } from '../state/lazy-code'
import { useIsPainted } from '../state/use-is-painted'
import type { NoteView } from './note-view'

export interface NoteEditorProps {
  readonly desk: NoteDesk
  /** The note to show, which the desk has made ready. */
  readonly note: DeskNote
  readonly setting: DeskSetting
  readonly view: NoteView
  readonly isToolbarShown: boolean
  /** Whether all but the block of the caret recedes. */
  readonly isFocusMode: boolean
  readonly onView: (view: NoteView) => void
  /** Called with what can be done with the note, once it is shown. */
  readonly onReady?: (handle: NoteEditorHandle) => void
  /** Called 200 ms after the document changed, and once at first. */
  readonly onStats?: (size: TextSize, outline: OutlineEntry[]) => void
  /** Called 200 ms after the selection of the rich text changed; undefined when there is no text in it. */
  readonly onSelection?: (size: TextSize | undefined) => void
  /** The heading that the caret or the top of the window is under, by its number from 0; -1 before the first. */
  readonly onHeading?: (index: number) => void
}

/** What is open above the text of a note. */
interface OpenTools {
  readonly note: DeskNote
  readonly field?: AddressFieldKind | undefined
  readonly find?: OpenFind | undefined
}

/**
 * The editor of a note: rich text, its Markdown beside or instead, and the tools for both. It stays mounted when another note is
 * shown.
 */
export function NoteEditor(props: NoteEditorProps) {
  const { desk, note, onHeading, onReady, onSelection, onStats, setting } = props
  const createSourceView = useLazyCode(sourceViewCode, props.view !== 'rich')
  const view = createSourceView === undefined ? 'rich' : props.view
  const { editor } = desk
  const { isEditable, label } = setting
  const isPainted = useIsPainted()
  const [tools, setTools] = useState<OpenTools>({ note })
  const open = tools.note === note ? tools : { note }
  useEffect(() => {
    const openTool = (tool: Partial<OpenTools>): void =>
      setTools(before => (before.note === note ? { ...before, ...tool } : { note, ...tool }))
    const openField = (field: AddressFieldKind): void => openTool({ field })
    const openFind = (find: OpenFind): void => openTool({ find })
    onReady?.(createHandle({ editor, sync: note.sync, openFind, openField }))
  }, [editor, note, onReady])
  useEffect(() => (onStats === undefined ? undefined : reportStats(editor, onStats)), [editor, note, onStats])
  useEffect(
    () => (onSelection === undefined ? undefined : reportSelection(editor, onSelection)),
    [editor, note, onSelection],
  )
  useEffect(
    () => (onHeading === undefined ? undefined : reportHeading(editor, onHeading)),
    [editor, note, onHeading],
  )
  // They show themselves to the pointer or at a selection, so that the text can be there before them.
  const hasFloatingTools = isEditable && isPainted
  return (
    <div className={classOf(view, props.isFocusMode)} onKeyDown={enterToolbar}>
      <EditorTools
        editor={editor}
        field={open.field}
        find={open.find}
        isEditable={isEditable}
        isToolbarShown={props.isToolbarShown && !props.isFocusMode}
        onField={field => setTools({ ...open, field })}
        onFind={find => setTools({ ...open, find })}
        onView={props.onView}
        view={view}
      />
      <div className="note-views">
        <div className="note-page" hidden={view === 'source'} onFocus={() => note.sync.focused('rich')}>
          <NoteText desk={desk} note={note} setting={setting} />
          {hasFloatingTools && <BlockHandle editor={editor} />}
          {hasFloatingTools && <TableTools editor={editor} />}
        </div>
        {createSourceView !== undefined && (
          <SourcePane
            create={createSourceView}
            editor={editor}
            isEditable={isEditable}
            label={view === 'source' ? label : `${label} (Markdown)`}
            sync={note.sync}
          />
        )}
      </div>
      {/* It adds a plugin, and with that ProseMirror ends every list of completions: not once the user may have begun to type. */}
      {isEditable && <BubbleMenu editor={editor} onLink={() => setTools({ ...open, field: 'link' })} />}
    </div>
  )
}

function classOf(view: NoteView, isFocusMode: boolean): string {
  return ['note-editor', `is-${view}`, ...(isFocusMode ? ['is-focus-mode'] : [])].join(' ')
}
