import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { useListActions } from '../../app/question/list-actions'
import { useNotebook } from '../../state/queries'
import { TreeMenu, type TreeMenuProps } from './tree-menu'
import { useTranslation } from '../../ui/use-translation'

/** What can be done with a question list of the tree. */
export function ListMenu({ list, ...rest }: TreeMenuProps & { readonly list: QuestionListView }) {
  const { t } = useTranslation()
  const isEditable = useNotebook().data?.readOnly === null
  const actions = useListActions(list)
  if (!isEditable) return null
  return <TreeMenu label={t('tree.listMenu', { title: list.title })} groups={[actions]} {...rest} />
}
