import * as RadixDialog from '@radix-ui/react-dialog'
import { useState, type ReactNode } from 'react'
import { isTypingKept } from '../../state/typed-ahead'
import { closeDialog } from '../../state/view'
import { Leaving } from '../../ui/leaving'
import styles from './palette.module.css'

interface PaletteFrameProps {
  readonly title: string
  /** Called when the focus is back where it was. */
  readonly onClosed?: () => void
  readonly children: ReactNode
}

/** A dialog near the top of the window, for a box to type in and a list below it. */
export function PaletteFrame({ title, onClosed, children }: PaletteFrameProps) {
  const [opener] = useState(() => document.activeElement)
  const leave = (): void => {
    giveBackFocus(opener)
    onClosed?.()
    // An editor is on its way: what is typed until then must not go into the one that had the focus.
    if (isTypingKept() && opener instanceof HTMLElement) opener.blur()
  }
  return (
    <RadixDialog.Root open onOpenChange={isOpen => !isOpen && closeDialog()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.overlay} />
        <RadixDialog.Content
          className={styles.content}
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            // After a press beside it, which takes the focus once more.
            event.preventDefault()
            giveBackFocus(opener)
          }}
        >
          <RadixDialog.Title className="visually-hidden">{title}</RadixDialog.Title>
          {children}
          <Leaving onLeft={leave} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function giveBackFocus(opener: Element | null): void {
  if (document.activeElement === document.body && !isTypingKept() && opener instanceof HTMLElement)
    opener.focus()
}
