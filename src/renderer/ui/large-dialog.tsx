import * as RadixDialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { focusFirstPart } from './focus-first-control'
import { IconButton } from './icon-button'
import { Leaving } from './leaving'
import styles from './large-dialog.module.css'

export interface LargeDialogProps {
  readonly title: string
  readonly closeLabel: string
  /** What the dialog is about, in one line beside the title. */
  readonly subject?: string | undefined
  /** Sits before the button that closes it. */
  readonly action?: ReactNode
  readonly onClose: () => void
  /** Takes the focus when the dialog is gone. */
  readonly onClosed: () => void
  readonly children: ReactNode
}

/** A modal dialog over nearly all of the window, for what needs the room; open as long as it is rendered. */
export function LargeDialog({
  title,
  closeLabel,
  subject,
  action,
  onClose,
  onClosed,
  children,
}: LargeDialogProps) {
  const leave = (): void => {
    // What was done since may have put it elsewhere.
    if (document.activeElement === document.body) onClosed()
  }
  return (
    <RadixDialog.Root open onOpenChange={isOpen => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.overlay} />
        <RadixDialog.Content
          className={styles.content}
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirstPart}
          onCloseAutoFocus={event => {
            event.preventDefault()
            leave()
          }}
        >
          <header className={styles.header}>
            <RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
            <span className={styles.subject} title={subject}>
              {subject}
            </span>
            {action}
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel}>
                <X size={16} />
              </IconButton>
            </RadixDialog.Close>
          </header>
          {children}
          <Leaving onLeft={leave} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
