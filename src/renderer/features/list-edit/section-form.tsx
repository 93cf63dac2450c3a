import { useId, useState } from 'react'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import type { ListDialog } from '../../state/list-edit'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
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
  const formId = useId()
  const { run, refusal } = useListEditForm(list)
  const isNew = target.kind === 'add-section'
  const [title, setTitle] = useState(isNew ? '' : (list.sections[target.section - 1]?.title ?? ''))
  const isUsable = title.trim() !== ''
  const submit = (): void => {
    if (!isUsable) return
    const edit = isNew
      ? ({ kind: 'add-section', after: target.after, title: title.trim() } as const)
      : ({ kind: 'change-section', section: target.section, title: title.trim() } as const)
    void run(edit)
  }
  return (
    <Dialog
      title={isNew ? t('listEdit.addSectionTitle') : t('listEdit.changeSectionTitle')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} disabled={!isUsable}>
            {isNew ? t('listEdit.add') : t('listEdit.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        {refusal !== undefined && <Banner tone="wrong" text={refusal} />}
        <TextField
          autoFocus
          label={t('listEdit.sectionTitle')}
          value={title}
          onChange={event => setTitle(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
