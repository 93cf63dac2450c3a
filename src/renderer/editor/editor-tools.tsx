import type { Editor } from '@tiptap/core'
import { Columns2, FileCode } from 'lucide-react'
import { type AddressFieldKind, AddressRow } from './address-row'
import { FindBar } from './find-bar'
import type { NoteView } from './note-view'
import { Toolbar } from './toolbar'
import { ToolbarButton } from './toolbar-button'
import { useTranslation } from '../ui/use-translation'

/** A bar to find in the note that is open; another `id` asks anew. */
export interface OpenFind {
  readonly id: number
  readonly hasReplace: boolean
}

interface EditorToolsProps {
  readonly editor: Editor
  readonly view: NoteView
  readonly field: AddressFieldKind | undefined
  readonly find: OpenFind | undefined
  readonly isEditable: boolean
  readonly isToolbarShown: boolean
  readonly onField: (field: AddressFieldKind | undefined) => void
  readonly onFind: (find: OpenFind | undefined) => void
  readonly onView: (view: NoteView) => void
}

/** The rows above the text: toolbar, address, find; each only when it is wanted. */
export function EditorTools(props: EditorToolsProps) {
  const { editor, view, field, find, isEditable } = props
  const isRich = view !== 'source'
  const hasToolbar = props.isToolbarShown || view === 'source'
  return (
    <div className="toolbar-area">
      {hasToolbar && (
        <div className="toolbar-row">
          {isRich && isEditable && <Toolbar editor={editor} field={field} onField={props.onField} />}
          <ViewSwitch view={view} onView={props.onView} />
        </div>
      )}
      {isRich && isEditable && field !== undefined && (
        <AddressRow editor={editor} key={field} kind={field} onClose={() => props.onField(undefined)} />
      )}
      {isRich && find !== undefined && (
        <FindBar
          editor={editor}
          hasReplace={find.hasReplace}
          key={find.id}
          onClose={() => props.onFind(undefined)}
          onReplace={hasReplace => props.onFind({ ...find, hasReplace })}
        />
      )}
    </div>
  )
}

function ViewSwitch({ view, onView }: Pick<EditorToolsProps, 'view' | 'onView'>) {
  const { t } = useTranslation()
  const toggle = (wanted: NoteView) => () => onView(view === wanted ? 'rich' : wanted)
  return (
    <div className="view-switch">
      <ToolbarButton
        icon={Columns2}
        isPressed={view === 'split'}
        label={t('editor.view.split')}
        onPress={toggle('split')}
      />
      <ToolbarButton
        icon={FileCode}
        isPressed={view === 'source'}
        label={t('editor.view.source')}
        onPress={toggle('source')}
      />
    </div>
  )
}
