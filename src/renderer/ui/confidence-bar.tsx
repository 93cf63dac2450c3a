import styles from './confidence-bar.module.css'

const steps = [1, 2, 3, 4, 5] as const

/** How sure the user is of an answer, as a bar of five; without a label it is only to be seen. */
export function ConfidenceBar({
  confidence,
  label,
}: {
  /** 0 shows an empty bar. */
  readonly confidence: number
  readonly label?: string
}) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={styles.bar} viewBox="0 0 19 12" width="19" height="12" {...name}>
      {steps.map(step => (
        <rect
          key={step}
          data-filled={step <= confidence}
          x={(step - 1) * 4}
          y={8 - step * 1.5}
          width="3"
          height={2.5 + step * 1.5}
          rx="1"
        />
      ))}
    </svg>
  )
}
