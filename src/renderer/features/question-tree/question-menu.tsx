import { useQuestionActions } from '../../app/question/list-actions'
import { useNotebook, type PlacedQuestion } from '../../state/queries'
import { TreeMenu, type TreeMenuProps } from './tree-menu'
import { useTranslation } from '../../ui/use-translation'

/** What can be done with a question of the tree. */
export function QuestionMenu({ placed, ...rest }: TreeMenuProps & { readonly placed: PlacedQuestion }) {
  const { t } = useTranslation()
  const isEditable = useNotebook().data?.readOnly === null
  const actions = useQuestionActions(placed)
  if (!isEditable) return null
  return <TreeMenu label={t('tree.questionMenu')} groups={[actions]} {...rest} />
}
