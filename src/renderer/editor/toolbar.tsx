import type { Editor } from '@tiptap/core'
import { Image, Link } from 'lucide-react'
import { ActionGroup } from './action-group'
import { listActions } from './actions/block-actions'
import { historyActions } from './actions/history-actions'
import { toolbarInsertActions } from './actions/insert-actions'
import { markActions } from './actions/mark-actions'
import type { AddressFieldKind } from './address-row'
import { HeadingMenu } from './heading-menu'
import { ToolbarButton } from './toolbar-button'
import { handleToolbarKey } from './toolbar-keys'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

interface ToolbarProps {
  readonly editor: Editor
  readonly field: AddressFieldKind | undefined
  readonly onField: (field: AddressFieldKind | undefined) => void
}

/** The formatting toolbar; it can be hidden, and all that it does is also done by keyboard and slash menu. */
export function Toolbar({ editor, field, onField }: ToolbarProps) {
  const { t } = useTranslation()
  const isLink = useSettledEditorState(editor, current => current.isActive('link'))
  const toggle = (kind: AddressFieldKind) => () => onField(field === kind ? undefined : kind)
  return (
    <div
      aria-label={t('editor.toolbar.label')}
      className="toolbar"
      onKeyDown={event => handleToolbarKey(event, editor)}
      role="toolbar"
    >
      <HeadingMenu editor={editor} />
      <ActionGroup actions={markActions} editor={editor} />
      <div className="toolbar-group">
        <ToolbarButton
          icon={Link}
          isExpanded={field === 'link'}
          isPressed={isLink}
          label={t('editor.toolbar.link')}
          onPress={toggle('link')}
          shortcut="Mod-Shift-k"
        />
        <ToolbarButton
          icon={Image}
          isExpanded={field === 'image'}
          label={t('editor.toolbar.image')}
          onPress={toggle('image')}
        />
      </div>
      <ActionGroup actions={listActions} editor={editor} />
      <ActionGroup actions={toolbarInsertActions} editor={editor} />
      <ActionGroup actions={historyActions} editor={editor} />
    </div>
  )
}
