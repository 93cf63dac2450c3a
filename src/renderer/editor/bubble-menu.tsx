import type { Editor } from '@tiptap/core'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { BubbleMenu as TiptapBubbleMenu } from '@tiptap/react/menus'
import { Link } from 'lucide-react'
import { ActionGroup } from './action-group'
import { allMarkActions } from './actions/mark-actions'
import { HeadingMenu } from './heading-menu'
import { ToolbarButton } from './toolbar-button'
import { handleToolbarKey } from './toolbar-keys'
import { useTranslation } from '../ui/use-translation'

interface BubbleMenuProps {
  readonly editor: Editor
  readonly onLink: () => void
}

/** What is offered over selected words. Alt+F10 goes into it, Escape back to the text. */
export function BubbleMenu({ editor, onLink }: BubbleMenuProps) {
  const { t } = useTranslation()
  return (
    <TiptapBubbleMenu
      className="bubble-place"
      editor={editor}
      options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 } }}
      shouldShow={({ view, state, element }) =>
        editor.isEditable && (view.hasFocus() || element.contains(document.activeElement)) && hasWords(state)
      }
      updateDelay={120}
    >
      <div
        aria-label={t('editor.bubble.label')}
        className="bubble-menu"
        onKeyDown={event => handleToolbarKey(event, editor)}
        role="toolbar"
      >
        <HeadingMenu editor={editor} />
        <ActionGroup actions={allMarkActions} editor={editor} />
        <ToolbarButton icon={Link} label={t('editor.toolbar.link')} onPress={onLink} shortcut="Mod-Shift-k" />
      </div>
    </TiptapBubbleMenu>
  )
}

/** Whether words are selected that can be formatted. */
function hasWords({ selection, doc }: EditorState): boolean {
  if (selection.empty) return false
  if (!(selection instanceof TextSelection) && !(selection instanceof CellSelection)) return false
  if (selection.$from.parent.type.spec.code === true) return false
  return doc.textBetween(selection.from, selection.to, ' ').trim() !== ''
}
