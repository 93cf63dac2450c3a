import styles from './status-mark.module.css'

export type Mark = 'not started' | 'draft' | 'answered'

export interface StatusMarkProps {
  readonly mark: Mark
  /** Read aloud; without it the mark is only to be seen, beside words that say the same. */
  readonly label?: string
}

/** How far an answer is, by shape: an empty, half and full circle. */
export function StatusMark({ mark, label }: StatusMarkProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      className={`${styles['mark']} ${styles[mark.replace(' ', '-')]}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      {...name}
    >
      <circle cx="6" cy="6" r="4.75" />
      {mark === 'draft' && <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" />}
    </svg>
  )
}
