import * as RadixDialog from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'
import { closeDialog } from '../../state/view'
import styles from './palette.module.css'

/** A dialog near the top of the window, for a box to type in and a list below it. */
export function PaletteFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <RadixDialog.Root open onOpenChange={isOpen => !isOpen && closeDialog()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.overlay} />
        <RadixDialog.Content className={styles.content} aria-describedby={undefined}>
          <RadixDialog.Title className="visually-hidden">{title}</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
