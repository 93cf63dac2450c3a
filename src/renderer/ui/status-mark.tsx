import styles from './status-mark.module.css'

export type Mark = 'not started' | 'draft' | 'answered'

export interface StatusMarkProps {
  readonly mark: Mark
  /** Read aloud; without it the mark is only to be seen, beside words that say the same. */
  readonly label?: string
}

/**
 * How far an answer is, by shape: an empty, half and full circle. It is drawn by a border and a background: a list has a mark in each
 * line, and each SVG is painted as a part of its own, which makes every other paint of the window longer.
 */
export function StatusMark({ mark, label }: StatusMarkProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <span className={`${styles['mark']} ${styles[mark.replace(' ', '-')]}`} {...name} />
}
