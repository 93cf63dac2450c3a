import { MoreHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useQuestionActions } from '../../app/question/list-actions'
import { useNotebook, type PlacedQuestion } from '../../state/queries'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import styles from './question-tree.module.css'

/** What can be done with a question of the tree. */
export function QuestionMenu({
  placed,
  isOpen,
  onOpenChange,
}: {
  readonly placed: PlacedQuestion
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}) {
  const { t } = useTranslation()
  const isEditable = useNotebook().data?.readOnly === null
  const actions = useQuestionActions(placed)
  if (!isEditable) return null
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
          <IconButton label={t('tree.questionMenu')} tabIndex={-1}>
            <MoreHorizontal size={14} />
          </IconButton>
        }
        groups={[actions]}
      />
    </span>
  )
}
