import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './field.module.css'
import { useTranslation } from './use-translation'
import { useTypedText } from './use-typed-text'

export interface TextFieldProps extends ComponentProps<'input'> {
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

/**
 * A whole number in a range. It is told once the user is done typing: by Enter, by leaving the field, or by a pause. What is
 * out of the range, or no number, is said at the field and not told.
 */
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
  const { t } = useTranslation()
  const numberOf = (text: string): number | undefined => {
    const number = text.trim() === '' ? NaN : Number(text)
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined
  }
  const typed = useTypedText(String(value), text => {
    const number = numberOf(text)
    if (number === undefined) return undefined
    if (number !== value) onChange(number)
    return String(number)
  })
  const isInvalid = typed.isDone && numberOf(typed.text) === undefined
  return (
    <TextField
      label={label}
      hint={hint}
      error={isInvalid ? t('field.notInRange', { min, max }) : undefined}
      type="number"
      min={min}
      max={max}
      value={typed.text}
      onChange={event => typed.type(event.target.value)}
      onBlur={typed.finish}
      onKeyDown={event => event.key === 'Enter' && typed.finish()}
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
