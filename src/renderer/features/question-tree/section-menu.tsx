import type { QuestionListView, QuestionSection } from '../../../shared/contract/question-procedures'
import { useSectionActions } from '../../app/question/list-actions'
import { everyQuestion } from '../../../shared/domain/study/question-filter'
import { openExport } from '../../state/export-scope'
import { goTo } from '../../state/place'
import { setReviewFilter } from '../../state/review-filter'
import { startSearch } from '../../state/search-text'
import { useNotebook } from '../../state/queries'
import { useLayout } from '../../state/view'
import { TreeMenu, type TreeMenuProps } from './tree-menu'
import { sectionKey } from './tree-rows'
import { useTranslation } from '../../ui/use-translation'

/** What can be done with a section of the tree. */
export function SectionMenu({
  list,
  section,
  ...rest
}: TreeMenuProps & {
  readonly list: QuestionListView
  readonly section: QuestionSection
}) {
  const { t } = useTranslation()
  const isEditable = useNotebook().data?.readOnly === null
  const actions = useSectionActions(list, section)
  const keys = list.sections.map(({ number }) => sectionKey(list.id, number))
  const setFolded = (isFolded: boolean): void => {
    const others = useLayout.getState().folded.filter(key => !keys.includes(key))
    useLayout.setState({ folded: isFolded ? [...others, ...keys] : others })
  }
  return (
    <TreeMenu
      label={t('tree.sectionMenu', { title: section.title })}
      groups={[
        [
          {
            id: 'search',
            label: t('search.inSection'),
            movesFocus: true,
            onSelect: () => startSearch(`section:"${section.title.replace(/"/g, '')}" `),
          },
          {
            id: 'review',
            label: t('tree.reviewSection'),
            movesFocus: true,
            onSelect: () => {
              setReviewFilter({ ...everyQuestion, section: { listId: list.id, number: section.number } })
              goTo({ kind: 'study', page: 'review' })
            },
          },
          {
            id: 'export',
            label: t('tree.exportSection'),
            movesFocus: true,
            onSelect: () => openExport({ kind: 'section', listId: list.id, number: section.number }),
          },
        ],
        isEditable ? actions : [],
        [
          { id: 'fold', label: t('tree.foldAll'), onSelect: () => setFolded(true) },
          { id: 'unfold', label: t('tree.unfoldAll'), onSelect: () => setFolded(false) },
        ],
      ]}
      {...rest}
    />
  )
}
