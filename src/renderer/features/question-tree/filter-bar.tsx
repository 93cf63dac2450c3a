import { X } from 'lucide-react'
import { everyQuestion, narrowsNothing } from '../../../shared/domain/study/question-filter'
import { FilterChips } from '../../app/question-filter/filter-chips'
import { FilterMenu } from '../../app/question-filter/filter-menu'
import { IconButton } from '../../ui/icon-button'
import styles from './filter-bar.module.css'
import type { TreeFilter } from './tree-rows'
import { useTranslation } from '../../ui/use-translation'

/** Narrows the tree by words and by what is known of the questions. */
export function FilterBar({
  filter,
  onChange,
  onFirst,
  onDown,
}: {
  readonly filter: TreeFilter
  readonly onChange: (filter: TreeFilter) => void
  /** Enter: the first of what is left is wanted. */
  readonly onFirst: () => void
  /** Arrow down: to the list. */
  readonly onDown: () => void
}) {
  const { t } = useTranslation()
  const isOn = filter.text !== '' || !narrowsNothing(filter.only)
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
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          if (event.key === 'Enter') onFirst()
          else onDown()
        }}
      />
      {isOn && (
        <IconButton label={t('tree.clearFilter')} onClick={() => onChange({ text: '', only: everyQuestion })}>
          <X size={15} />
        </IconButton>
      )}
      <FilterMenu filter={filter.only} onChange={only => onChange({ ...filter, only })} />
      <div className={styles.chips}>
        <FilterChips filter={filter.only} onChange={only => onChange({ ...filter, only })} />
      </div>
    </div>
  )
}
