import { X } from 'lucide-react'
import type { QuestionFilter } from '../../../shared/domain/study/question-filter'
import styles from './filter-chips.module.css'
import { useFilterParts } from './filter-parts'
import { useTranslation } from '../../ui/use-translation'

/** What a filter asks for, each to be taken away; nothing where it asks for nothing. */
export function FilterChips({
  filter,
  onChange,
}: {
  readonly filter: QuestionFilter
  readonly onChange: (filter: QuestionFilter) => void
}) {
  const { t } = useTranslation()
  const parts = useFilterParts()(filter)
  if (parts.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('filter.chips')}>
      {parts.map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('filter.remove', { filter: words })}
            onClick={() => onChange(without)}
          >
            <span>{words}</span>
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  )
}
