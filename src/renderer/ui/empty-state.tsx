import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** A pane that has nothing to show: why, and what can be done. */
export function EmptyState({
  title,
  text,
  children,
}: {
  readonly title?: string
  readonly text?: string
  /** Buttons. */
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {text !== undefined && <p>{text}</p>}
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
