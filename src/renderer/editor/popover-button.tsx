import type { ReactNode } from 'react'

interface PopoverButtonProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button with an icon in a popover of the editor; the caret stays where it is when it is clicked. */
export function PopoverButton({ label, onPress, children }: PopoverButtonProps) {
  return (
    <button
      aria-label={label}
      className="toolbar-button"
      onClick={onPress}
      onMouseDown={event => event.preventDefault()}
      title={label}
      type="button"
    >
      {children}
    </button>
  )
}
