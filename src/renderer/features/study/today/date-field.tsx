import { useRef, useState } from 'react'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { useTypedText } from '../../../ui/use-typed-text'
import { dateProblem, plannableDays } from './date-problem'
import { useTranslation } from '../../../ui/use-translation'

/** The day of the interview: a day that can be planned for, or none. What is neither is said at the field, with what counts. */
export function DateField({
  interviewOn,
  today,
  onChange,
}: {
  readonly interviewOn: string | null
  /** A calendar day. */
  readonly today: string
  readonly onChange: (interviewOn: string | null) => void
}) {
  const { t, i18n } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const [isLeft, setIsLeft] = useState(false)
  const planned = interviewOn ?? ''
  const problemOf = (date: string): ReturnType<typeof dateProblem> =>
    // The day that is planned for has its own words once it has come.
    date === planned && date !== '' ? undefined : dateProblem(date, isIncomplete, today)
  const typed = useTypedText(planned, date => {
    if (problemOf(date) !== undefined) return undefined
    if (date !== planned) onChange(date === '' ? null : date)
    return date
  })
  const type = (input: HTMLInputElement): void => {
    setIsIncomplete(input.validity.badInput)
    setIsLeft(false)
    typed.type(input.value)
  }
  const clear = (): void => {
    const input = field.current
    if (input === null) return
    // Also what is there of a date that isn't complete.
    input.value = ''
    type(input)
    if (planned !== '') onChange(null)
    input.focus()
  }
  const found = typed.isDone ? problemOf(typed.text) : undefined
  const problem = found === 'incomplete' && !isLeft ? undefined : found
  const words = (): string | undefined => {
    if (problem === undefined) return undefined
    const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' })
    const stays =
      planned === ''
        ? t('today.noPlanYet')
        : t('today.planStays', { day: day.format(new Date(`${planned}T00:00:00Z`)) })
    return `${t(`today.dateProblem.${problem}`)} ${stays}`
  }
  const { first, last } = plannableDays(today)
  return (
    <TextField
      ref={field}
      label={t('today.interviewOn')}
      error={words()}
      type="date"
      value={typed.text}
      min={first}
      max={last}
      onChange={event => type(event.target)}
      // A date that isn't complete has no value that could change.
      onKeyUp={event => {
        if (event.currentTarget.validity.badInput !== isIncomplete) type(event.currentTarget)
      }}
      onBlur={() => {
        typed.finish()
        setIsLeft(true)
      }}
      onKeyDown={event => event.key === 'Enter' && typed.finish()}
      action={
        (planned !== '' || isIncomplete || typed.text !== '') && (
          <Button tone="quiet" onClick={clear}>
            {t('today.noDate')}
          </Button>
        )
      }
    />
  )
}
