import type { StudySettings } from '../../../../shared/domain/study/study-event'
import { CheckBox, NumberField } from '../../../ui/field'
import { OptimiseCard } from './optimise-card'
import styles from './today.module.css'
import { useChangeStudySettings } from './use-change-study-settings'
import { useTranslation } from '../../../ui/use-translation'

/** How reviews are scheduled. */
export function StudySettingsForm({ settings }: { readonly settings: StudySettings }) {
  const { t } = useTranslation()
  const change = useChangeStudySettings()
  return (
    <details className={styles.card}>
      <summary className={styles.title}>{t('today.settings')}</summary>
      <div className={styles.fields}>
        <NumberField
          label={t('today.retention')}
          hint={t('today.retentionHint')}
          value={Math.round(settings.retention * 100)}
          min={70}
          max={97}
          onChange={percent => change({ retention: percent / 100 })}
        />
        <NumberField
          label={t('today.dayStartsAt')}
          hint={t('today.dayStartsAtHint')}
          value={settings.dayStartsAt}
          min={0}
          max={12}
          onChange={dayStartsAt => change({ dayStartsAt })}
        />
      </div>
      <CheckBox
        label={t('today.sameDaySteps')}
        isChecked={settings.hasSameDaySteps}
        onChange={hasSameDaySteps => change({ hasSameDaySteps })}
      />
      <OptimiseCard settings={settings} />
    </details>
  )
}
