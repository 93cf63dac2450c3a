import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './icon-button.module.css'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Its name for screen readers and for the tip on hover. */
  readonly label: string
  readonly shortcut?: string | undefined
  readonly children: ReactNode
}

/** A button with an icon only; the label is always there as its name. */
export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  const title = shortcut === undefined ? label : `${label} (${shortcut})`
  return (
    <button
      type="button"
      aria-label={label}
      title={title}
      className={[styles.button, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {children}
    </button>
  )
}
