import type { Editor } from '@tiptap/core'
import { type EditorAction, isActionOn } from './actions/editor-action'
import { ToolbarButton } from './toolbar-button'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

/** Buttons for some actions, in a row. */
export function ActionGroup({
  actions,
  editor,
}: {
  readonly actions: readonly EditorAction[]
  readonly editor: Editor
}) {
  const { t } = useTranslation()
  const states = useSettledEditorState(editor, current =>
    actions.map(action => ({
      isPressed: isActionOn(current, action),
      isDisabled: action.isEnabled?.(current) === false,
    })),
  )
  return (
    <div className="toolbar-group">
      {actions.map((action, index) => (
        <ToolbarButton
          icon={action.icon}
          isDisabled={states[index]?.isDisabled}
          isPressed={states[index]?.isPressed}
          key={action.id}
          label={t(`editor.action.${action.id}`)}
          onPress={() => action.run(editor)}
          shortcut={action.shortcut}
        />
      ))}
    </div>
  )
}
