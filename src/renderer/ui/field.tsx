import { useId, useState, type InputHTMLAttributes, type ReactNode } from 'react'
import styles from './field.module.css'

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Sits at the end of the field, for example a button that chooses a folder. */
  readonly action?: ReactNode
}

/** A labelled line of text. */
export function TextField({ label, hint, error, action, ...rest }: TextFieldProps) {
  const id = useId()
  const noteId = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.input}
          aria-invalid={error !== undefined}
          aria-describedby={note === undefined ? undefined : noteId}
          spellCheck={false}
          autoComplete="off"
          {...rest}
        />
        {action}
      </div>
      {note !== undefined && (
        <p
          id={noteId}
          className={error === undefined ? styles.hint : styles.error}
          role={error === undefined ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  )
}

export interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few, as radio buttons. */
export function Choice<T extends string>({ legend, value, options, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{legend}</legend>
      {options.map(option => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className={styles.optionHint}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A number in a range; what is out of it, or no number, is told only once it is one again. */
export function NumberField({
  label,
  value,
  min,
  max,
  hint,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly hint?: string
  readonly onChange: (value: number) => void
}) {
  const [text, setText] = useState(String(value))
  const typed = Number(text)
  const isValid = text.trim() !== '' && Number.isInteger(typed) && typed >= min && typed <= max
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      min={min}
      max={max}
      value={isValid && typed !== value ? String(value) : text}
      aria-invalid={!isValid}
      onBlur={() => setText(String(value))}
      onChange={event => {
        setText(event.target.value)
        const next = event.target.valueAsNumber
        if (Number.isInteger(next) && next >= min && next <= max) onChange(next)
      }}
    />
  )
}

/** Something that is so or not. */
export function CheckBox({
  label,
  isChecked,
  onChange,
}: {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isChecked} onChange={event => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
