import type { QuestionListView } from '../../../shared/contract/question-procedures'
import type { ListDialog } from '../../state/list-edit'
import { TitleForm } from './title-form'
import { useListEditForm } from './use-list-edit-form'
import { useTranslation } from '../../ui/use-translation'

/** Names a section, a new one or one that is there. */
export function SectionForm({
  list,
  target,
}: {
  readonly list: QuestionListView
  readonly target: Extract<ListDialog, { kind: 'add-section' | 'change-section' }>
}) {
  const { t } = useTranslation()
  const { run, refusal } = useListEditForm(list)
  const isNew = target.kind === 'add-section'
  return (
    <TitleForm
      heading={isNew ? t('listEdit.addSectionTitle') : t('listEdit.changeSectionTitle')}
      action={isNew ? t('listEdit.add') : t('listEdit.save')}
      before={isNew ? '' : (list.sections[target.section - 1]?.title ?? '')}
      refusal={refusal}
      onSubmit={title =>
        void run(
          isNew
            ? { kind: 'add-section', after: target.after, title }
            : { kind: 'change-section', section: target.section, title },
        )
      }
    />
  )
}
