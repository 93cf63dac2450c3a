import type { LucideIcon } from 'lucide-react'
import { readableShortcut } from './readable-shortcut'

interface ToolbarButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** In TipTap's notation, such as `Mod-b`; shown in the tooltip. */
  readonly shortcut?: string | undefined
  /** Whether it is on; left out for what can't be on. */
  readonly isPressed?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly isExpanded?: boolean | undefined
  readonly onPress: () => void
}

/** One button of the toolbar; the caret stays where it is when it is clicked. */
export function ToolbarButton(props: ToolbarButtonProps) {
  const { icon: Icon, label, shortcut } = props
  return (
    <button
      aria-expanded={props.isExpanded}
      aria-label={label}
      aria-pressed={props.isPressed}
      className="toolbar-button"
      disabled={props.isDisabled === true}
      onClick={props.onPress}
      onMouseDown={event => event.preventDefault()}
      title={shortcut === undefined ? label : `${label} (${readableShortcut(shortcut)})`}
      type="button"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
    </button>
  )
}
