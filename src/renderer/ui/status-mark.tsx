import styles from './status-mark.module.css'

export type Mark = 'not started' | 'draft' | 'answered'

/** How far an answer is, by shape: an empty, half and full circle. The label is read aloud. */
export function StatusMark({ mark, label }: { readonly mark: Mark; readonly label: string }) {
  return (
    <svg
      className={`${styles.mark} ${styles[mark.replace(' ', '-')]}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role="img"
      aria-label={label}
    >
      <circle cx="6" cy="6" r="4.75" />
      {mark === 'draft' && <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" />}
    </svg>
  )
}
