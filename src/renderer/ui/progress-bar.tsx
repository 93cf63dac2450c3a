import styles from './progress-bar.module.css'

/** How much of a whole is done. */
export function ProgressBar({
  value,
  max,
  label,
}: {
  readonly value: number
  readonly max: number
  readonly label: string
}) {
  return <progress className={styles.bar} value={value} max={Math.max(1, max)} aria-label={label} />
}
