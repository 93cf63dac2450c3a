import { useLists } from '../../state/queries'
import { Select } from '../../ui/select'
import styles from './exchange.module.css'
import { useTranslation } from '../../ui/use-translation'

const asNew = ''

/** Whether a file is a new list, or a newer edition of one that is there. Shows nothing in a notebook without lists. */
export function EditionSelect({
  listId,
  onChange,
}: {
  readonly listId: string | undefined
  readonly onChange: (listId: string | undefined) => void
}) {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  if (lists.length === 0) return null
  return (
    <label className={styles.field}>
      <span>{t('import.as')}</span>
      <Select
        label={t('import.as')}
        value={listId ?? asNew}
        options={[
          { value: asNew, label: t('import.asNew') },
          ...lists.map(({ id, title }) => ({ value: id, label: t('import.asEdition', { title }) })),
        ]}
        onChange={value => onChange(value === asNew ? undefined : value)}
      />
    </label>
  )
}
