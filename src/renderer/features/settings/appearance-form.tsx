import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/contract/app-procedures'
import { NumberField } from '../../ui/field'
import { Segments } from '../../ui/segments'
import { Select } from '../../ui/select'
import styles from './settings.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Languages are called by their own names, so that everyone finds theirs. */
const languageNames = { en: 'English', zh: '简体中文' } as const

/** Language and looks. */
export function AppearanceForm({
  settings,
  onChange,
}: {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.rows}>
      <Row title={t('settings.language')}>
        <Select
          label={t('settings.language')}
          value={settings.language}
          options={[
            { value: 'system', label: t('settings.ofSystem') },
            { value: 'en', label: languageNames.en },
            { value: 'zh', label: languageNames.zh },
          ]}
          onChange={language => onChange({ language })}
        />
      </Row>
      <Row title={t('settings.theme')}>
        <Segments
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            { value: 'system', label: t('settings.ofSystem') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChange={theme => onChange({ theme })}
        />
      </Row>
      <Row title={t('settings.contrast')} hint={t('settings.contrastHint')}>
        <Segments
          label={t('settings.contrast')}
          value={settings.contrast}
          options={[
            { value: 'system', label: t('settings.ofSystem') },
            { value: 'more', label: t('settings.moreContrast') },
          ]}
          onChange={contrast => onChange({ contrast })}
        />
      </Row>
      <Row title={t('settings.density')}>
        <Segments
          label={t('settings.density')}
          value={settings.density}
          options={[
            { value: 'comfortable', label: t('settings.comfortable') },
            { value: 'compact', label: t('settings.compact') },
          ]}
          onChange={density => onChange({ density })}
        />
      </Row>
      <NumberField
        label={t('settings.textSize')}
        hint={t('settings.textSizeHint')}
        value={settings.textSizePx}
        min={12}
        max={28}
        onChange={textSizePx => onChange({ textSizePx })}
      />
    </div>
  )
}

function Row({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles.row}>
      <div className={styles.name}>
        <span>{title}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </div>
      {children}
    </div>
  )
}
