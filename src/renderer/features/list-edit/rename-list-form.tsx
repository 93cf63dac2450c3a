import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { TitleForm } from './title-form'
import { useListEditForm } from './use-list-edit-form'
import { useTranslation } from '../../ui/use-translation'

/** Gives a question list another title. */
export function RenameListForm({ list }: { readonly list: QuestionListView }) {
  const { t } = useTranslation()
  const { run, refusal } = useListEditForm(list)
  return (
    <TitleForm
      heading={t('listEdit.changeListTitle')}
      action={t('listEdit.save')}
      before={list.title}
      refusal={refusal}
      onSubmit={title => void run({ kind: 'change-list', title })}
    />
  )
}
