import type { SectionRef } from '../../../shared/domain/study/question-filter'
import { useLists } from '../../state/queries'
import { Select } from '../../ui/select'
import { useTranslation } from '../../ui/use-translation'

/** One section of all lists, or all of them. */
export function SectionSelect({
  section,
  onChange,
}: {
  readonly section: SectionRef | null
  readonly onChange: (section: SectionRef | null) => void
}) {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  const sections = lists.flatMap(list =>
    list.sections.map(({ number, title }) => ({
      value: `${list.id} ${number}`,
      label: lists.length > 1 ? `${list.title} – ${number} ${title}` : `${number} ${title}`,
      section: { listId: list.id, number },
    })),
  )
  return (
    <Select
      label={t('filter.section')}
      value={section === null ? '' : `${section.listId} ${section.number}`}
      options={[{ value: '', label: t('filter.allSections') }, ...sections]}
      onChange={value => onChange(sections.find(each => each.value === value)?.section ?? null)}
    />
  )
}
