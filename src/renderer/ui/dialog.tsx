import * as RadixDialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './dialog.module.css'
import { focusFirstControl } from './focus-first-control'
import { IconButton } from './icon-button'
import { Leaving } from './leaving'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly description?: ReactNode
  readonly width?: 'narrow' | 'wide' | 'full'
  readonly onClose: () => void
  /** Puts the focus somewhere, once the dialog is gone; without it, it goes back to what had it. */
  readonly onClosed?: (() => void) | undefined
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode
}

/** A modal dialog that is open as long as it is rendered; Escape and a click beside it close it. What it is for has the focus. */
export function Dialog({
  title,
  closeLabel,
  description,
  width = 'narrow',
  onClose,
  onClosed,
  onKeyDown,
  children,
  footer,
}: DialogProps) {
  const [opener] = useState(() => document.activeElement)
  const leave = (): void => {
    // What was done since may have put it elsewhere.
    if (document.activeElement !== document.body) return
    if (onClosed !== undefined) onClosed()
    else if (opener instanceof HTMLElement) opener.focus()
  }
  return (
    <RadixDialog.Root open onOpenChange={isOpen => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.overlay} />
        <RadixDialog.Content
          className={`${styles.content} ${styles[width]}`}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={focusFirstControl}
          onCloseAutoFocus={event => {
            // Radix leaves it nowhere without a trigger, and a press beside the dialog takes it once more.
            event.preventDefault()
            leave()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.header}>
            <RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel}>
                <X size={16} />
              </IconButton>
            </RadixDialog.Close>
          </header>
          {description !== undefined && (
            <RadixDialog.Description className={styles.description}>{description}</RadixDialog.Description>
          )}
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
          <Leaving onLeft={leave} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
