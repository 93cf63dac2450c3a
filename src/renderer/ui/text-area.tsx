import { useId, type TextareaHTMLAttributes } from 'react'
import styles from './field.module.css'

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string
  readonly hint?: string
}

/** Labelled lines of text. */
export function TextArea({ label, hint, ...rest }: TextAreaProps) {
  const id = useId()
  const noteId = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.area}
        rows={2}
        aria-describedby={hint === undefined ? undefined : noteId}
        {...rest}
      />
      {hint !== undefined && (
        <p id={noteId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
