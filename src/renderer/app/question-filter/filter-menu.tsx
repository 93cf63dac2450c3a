import { Clock, ListFilter, Star } from 'lucide-react'
import { useMemo } from 'react'
import { questionStatuses } from '../../../shared/domain/study/question-status'
import {
  confidenceRanges,
  isSameFilter,
  narrowsNothing,
  type ConfidenceRange,
  type QuestionFilter,
} from '../../../shared/domain/study/question-filter'
import { useNotebook, usePlacedQuestions } from '../../state/queries'
import { ConfidenceBar } from '../../ui/confidence-bar'
import { IconButton } from '../../ui/icon-button'
import { Menu, type MenuItem } from '../../ui/menu'
import { StatusMark } from '../../ui/status-mark'
import { useFilterParts } from './filter-parts'
import { toggleView, useSavedViews } from './saved-views'
import { useTranslation } from '../../ui/use-translation'

const mostTags = 12
const shownConfidence: Readonly<Record<ConfidenceRange, number>> = { low: 2, middling: 3, high: 5, unset: 0 }

/** Narrows questions by what is known of them, and keeps such views. */
export function FilterMenu({
  filter,
  onChange,
}: {
  readonly filter: QuestionFilter
  readonly onChange: (filter: QuestionFilter) => void
}) {
  const { t } = useTranslation()
  const groups = useFilterGroups(filter, onChange)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('filter.label')} aria-pressed={!narrowsNothing(filter)}>
          <ListFilter size={15} />
        </IconButton>
      }
      groups={groups}
    />
  )
}

function useFilterGroups(filter: QuestionFilter, onChange: (filter: QuestionFilter) => void): MenuItem[][] {
  const { t } = useTranslation()
  const tags = useTags()
  const views = useViews(filter, onChange)
  const choice = <K extends keyof QuestionFilter>(
    key: K,
    value: QuestionFilter[K],
    empty: QuestionFilter[K],
  ) => ({
    id: `${key} ${String(value)}`,
    isChecked: filter[key] === value,
    isToggle: true,
    onSelect: () => onChange({ ...filter, [key]: filter[key] === value ? empty : value }),
  })
  return [
    questionStatuses.map(status => ({
      ...choice('status', status, null),
      label: t(`status.${status}`),
      icon: <StatusMark mark={status} />,
    })),
    [
      { ...choice('isDue', true, false), label: t('filter.due'), icon: <Clock size={14} /> },
      { ...choice('isStarred', true, false), label: t('filter.starred'), icon: <Star size={14} /> },
    ],
    confidenceRanges.map(range => ({
      ...choice('confidence', range, null),
      label: t(`filter.confidence.${range}`),
      icon: <ConfidenceBar confidence={shownConfidence[range]} />,
    })),
    tags.map(tag => ({ ...choice('tag', tag, null), label: `#${tag}` })),
    views,
  ]
}

/** The views that are kept, and keeping or forgetting the one in use. */
function useViews(filter: QuestionFilter, onChange: (filter: QuestionFilter) => void): MenuItem[] {
  const { t } = useTranslation()
  const notebookId = useNotebook().data?.id ?? ''
  const views = useSavedViews(state => state.views[notebookId]) ?? []
  const partsOf = useFilterParts()
  const isKept = views.some(view => isSameFilter(view, filter))
  return [
    ...views.map((view, index) => ({
      id: `view ${index}`,
      label: partsOf(view)
        .map(({ words }) => words)
        .join(' · '),
      isChecked: isSameFilter(view, filter),
      onSelect: () => onChange(view),
    })),
    {
      id: 'keep view',
      label: isKept ? t('filter.forgetView') : t('filter.keepView'),
      isDisabled: narrowsNothing(filter),
      onSelect: () => toggleView(notebookId, filter),
    },
  ]
}

/** The tags of answers, the most used ones first. */
function useTags(): string[] {
  const { all } = usePlacedQuestions()
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const tag of all.flatMap(({ item }) => item.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostTags)
      .map(([tag]) => tag)
  }, [all])
}
