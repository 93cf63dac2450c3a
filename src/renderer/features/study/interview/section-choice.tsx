import { useLists } from '../../../state/queries'
import { CheckBox } from '../../../ui/field'
import { Button } from '../../../ui/button'
import styles from './interview.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** Which sections to ask about; all at first. */
export function SectionChoice({
  without,
  onChange,
}: {
  /** Keys of sections that are left out: the id of the list, a space, the number. */
  readonly without: readonly string[]
  readonly onChange: (without: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  const sections = lists.flatMap(list =>
    list.sections.map(({ number, title }) => ({
      key: `${list.id} ${number}`,
      title: lists.length > 1 ? `${list.title} – ${number} ${title}` : `${number} ${title}`,
    })),
  )
  if (sections.length < 2) return null
  const isAll = without.length === 0
  return (
    <fieldset className={styles.sections}>
      <legend className={styles.label}>
        {t('interview.sections')}
        <Button tone="quiet" onClick={() => onChange(isAll ? sections.map(({ key }) => key) : [])}>
          {isAll ? t('interview.noSections') : t('interview.allSections')}
        </Button>
      </legend>
      <div className={styles.sectionGrid}>
        {sections.map(({ key, title }) => (
          <CheckBox
            key={key}
            label={title}
            isChecked={!without.includes(key)}
            onChange={isChecked =>
              onChange(isChecked ? without.filter(other => other !== key) : [...without, key])
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
