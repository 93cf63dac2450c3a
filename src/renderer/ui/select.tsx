import styles from './select.module.css'

/** One of many, from a list that the system shows. */
export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  /** Its name for screen readers. */
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value as T)}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
