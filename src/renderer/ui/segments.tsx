import styles from './segments.module.css'

export interface SegmentsProps<T extends string | number> {
  readonly label: string
  /** Null when none is chosen. */
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly isDisabled?: boolean
  /** Is also told of a press on what is chosen already. */
  readonly onChange: (value: T) => void
}

/** One of a few, side by side. */
export function Segments<T extends string | number>({
  label,
  value,
  options,
  isDisabled = false,
  onChange,
}: SegmentsProps<T>) {
  return (
    <div role="group" aria-label={label} className={styles.segments}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          className={styles.segment}
          aria-pressed={option.value === value}
          disabled={isDisabled}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
