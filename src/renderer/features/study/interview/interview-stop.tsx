import { useId, type ReactNode, type Ref } from 'react'
import styles from './interview.module.css'

/** A mock interview that stands still: why, and how it goes on. */
export function InterviewStop({
  ref,
  title,
  text,
  children,
}: {
  readonly ref?: Ref<HTMLElement>
  readonly title: string
  readonly text: string
  /** Buttons. */
  readonly children: ReactNode
}) {
  const titleId = useId()
  return (
    <article ref={ref} tabIndex={-1} className={styles.stop} aria-labelledby={titleId}>
      <h1 id={titleId} className={styles.heading}>
        {title}
      </h1>
      <p role="status">{text}</p>
      <div className={styles.stopActions}>{children}</div>
    </article>
  )
}
