import type { ReactNode } from 'react'
import styles from './banner.module.css'

/** A message across a pane that stays until it is dealt with. */
export function Banner({
  tone,
  text,
  children,
}: {
  readonly tone: 'careful' | 'wrong' | 'plain'
  readonly text: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={tone === 'plain' ? 'note' : 'alert'}>
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
