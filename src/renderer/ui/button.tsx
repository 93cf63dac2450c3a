import type { ComponentProps } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` for the one action that a dialog is for; `danger` for what takes something away. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger'
}

/** A button with a word on it. */
export function Button({ tone = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={[styles.button, styles[tone], className].filter(Boolean).join(' ')}
      {...rest}
    />
  )
}
