import type { ReactNode, Ref } from 'react'
import styles from './context-pane.module.css'

/** A titled list of the context pane; without entries it says what would be here. */
export function ContextSection({
  title,
  count,
  empty,
  action,
  headingRef,
  children,
}: {
  readonly title: string
  readonly count: number | undefined
  readonly empty: string
  /** Stands below its entries. */
  readonly action?: ReactNode
  /** Its heading, which can have the focus then. */
  readonly headingRef?: Ref<HTMLHeadingElement>
  readonly children: readonly ReactNode[]
}) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={headingRef} tabIndex={headingRef === undefined ? undefined : -1}>
        {title}
        {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
      </h2>
      {children.length === 0 ? <p className={styles.empty}>{empty}</p> : <ul>{children}</ul>}
      {action}
    </section>
  )
}
