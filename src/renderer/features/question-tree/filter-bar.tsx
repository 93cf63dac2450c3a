import { ListFilter, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import styles from './filter-bar.module.css'
import type { TreeFilter } from './tree-rows'

const statuses = ['any', 'not started', 'draft', 'answered'] as const

/** Narrows the tree by words and by status. */
export function FilterBar({
  filter,
  onChange,
}: {
  readonly filter: TreeFilter
  readonly onChange: (filter: TreeFilter) => void
}) {
  const { t } = useTranslation()
  const isOn = filter.text !== '' || filter.status !== 'any'
  return (
    <div className={styles.bar}>
      <input
        className={styles.input}
        type="text"
        value={filter.text}
        placeholder={t('tree.filter')}
        aria-label={t('tree.filterLabel')}
        spellCheck={false}
        onChange={event => onChange({ ...filter, text: event.target.value })}
        onKeyDown={event => {
          if (event.key === 'Escape' && filter.text !== '') {
            event.stopPropagation()
            onChange({ ...filter, text: '' })
          }
        }}
      />
      {isOn && (
        <IconButton label={t('tree.clearFilter')} onClick={() => onChange({ text: '', status: 'any' })}>
          <X size={15} />
        </IconButton>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton label={t('tree.filterByStatus')} aria-pressed={filter.status !== 'any'}>
            <ListFilter size={15} />
          </IconButton>
        }
        groups={[
          statuses.map(status => ({
            id: status,
            label: status === 'any' ? t('tree.anyStatus') : t(`status.${status}`),
            isChecked: filter.status === status,
            onSelect: () => onChange({ ...filter, status }),
          })),
        ]}
      />
    </div>
  )
}
