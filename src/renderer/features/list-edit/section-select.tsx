import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { Select } from '../../ui/select'
import styles from './list-edit.module.css'
import { useTranslation } from '../../ui/use-translation'

/** One of a list's sections, by its number. */
export function SectionSelect({
  list,
  section,
  onChange,
}: {
  readonly list: QuestionListView
  readonly section: number
  readonly onChange: (section: number) => void
}) {
  const { t } = useTranslation()
  return (
    <label className={styles.field}>
      <span>{t('listEdit.section')}</span>
      <Select
        label={t('listEdit.section')}
        value={String(section)}
        options={list.sections.map(({ number, title }) => ({
          value: String(number),
          label: `${number} ${title}`,
        }))}
        onChange={value => onChange(Number(value))}
      />
    </label>
  )
}
