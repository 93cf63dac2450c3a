import { MoreHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QuestionListView, QuestionSection } from '../../../shared/contract/question-procedures'
import { useSectionActions } from '../../app/question/list-actions'
import { everyQuestion } from '../../../shared/domain/study/question-filter'
import { openExport } from '../../state/export-scope'
import { goTo } from '../../state/place'
import { setReviewFilter } from '../../state/review-filter'
import { startSearch } from '../../state/search-text'
import { useNotebook } from '../../state/queries'
import { useLayout } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import styles from './question-tree.module.css'
import { sectionKey } from './tree-rows'

/** What can be done with a section of the tree. */
export function SectionMenu({
  list,
  section,
  isOpen,
  onOpenChange,
}: {
  readonly list: QuestionListView
  readonly section: QuestionSection
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
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
    // What is chosen here is no press on the row, and no key of the tree.
    <span
      className={styles.menu}
      onClick={event => event.stopPropagation()}
      onKeyDown={event => event.stopPropagation()}
    >
      <Menu
        align="end"
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        trigger={
          <IconButton label={t('tree.sectionMenu', { title: section.title })} tabIndex={-1}>
            <MoreHorizontal size={14} />
          </IconButton>
        }
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
      />
    </span>
  )
}
