import type { StudySettings } from '../../../../shared/domain/study/study-event'
import { useChangeStudySettings } from './use-change-study-settings'
import { NumberField } from '../../../ui/field'
import { DateField } from './date-field'
import styles from './today.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** The day of the interview, and the minutes for each day until then. */
export function DateForm({
  settings,
  today,
}: {
  readonly settings: StudySettings
  /** A calendar day. */
  readonly today: string
}) {
  const { t } = useTranslation()
  const change = useChangeStudySettings()
  const { interviewOn, minutesPerDay } = settings
  return (
    <div className={styles.fields}>
      <DateField interviewOn={interviewOn} today={today} onChange={day => change({ interviewOn: day })} />
      <NumberField
        label={t('today.minutesPerDay')}
        value={minutesPerDay}
        min={5}
        max={600}
        onChange={minutes => change({ minutesPerDay: minutes })}
      />
    </div>
  )
}
