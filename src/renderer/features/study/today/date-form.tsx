import { useState } from 'react'
import type { StudySettings } from '../../../../shared/domain/study/study-event'
import { useChangeStudySettings } from './use-change-study-settings'
import { Button } from '../../../ui/button'
import { NumberField, TextField } from '../../../ui/field'
import styles from './today.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** The day of the interview, and the minutes for each day until then. */
export function DateForm({
  settings,
  today,
}: {
  readonly settings: StudySettings
  /** A calendar day; earlier ones are no dates to be ready for. */
  readonly today: string
}) {
  const { t } = useTranslation()
  const change = useChangeStudySettings()
  const { interviewOn, minutesPerDay } = settings
  // While a year is being typed, the date is one of long ago.
  const [typed, setTyped] = useState(interviewOn ?? '')
  return (
    <div className={styles.fields}>
      <TextField
        label={t('today.interviewOn')}
        type="date"
        value={typed}
        min={today}
        onChange={event => {
          const { value } = event.target
          setTyped(value)
          if (value !== '' && event.target.validity.valid) change({ interviewOn: value })
        }}
        action={
          interviewOn !== null && (
            <Button
              tone="quiet"
              onClick={() => {
                setTyped('')
                change({ interviewOn: null })
              }}
            >
              {t('today.noDate')}
            </Button>
          )
        }
      />
      <NumberField
        key={minutesPerDay}
        label={t('today.minutesPerDay')}
        value={minutesPerDay}
        min={5}
        max={600}
        onChange={minutes => change({ minutesPerDay: minutes })}
      />
    </div>
  )
}
