import { useId, useState } from 'react'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { useListEditForm } from './use-list-edit-form'
import { useTranslation } from '../../ui/use-translation'

/** Gives a question list another title. */
export function RenameListForm({ list }: { readonly list: QuestionListView }) {
  const { t } = useTranslation()
  const formId = useId()
  const { run, refusal } = useListEditForm(list)
  const [title, setTitle] = useState(list.title)
  const isUsable = title.trim() !== ''
  return (
    <Dialog
      title={t('listEdit.changeListTitle')}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} disabled={!isUsable}>
            {t('listEdit.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={event => {
          event.preventDefault()
          if (isUsable) void run({ kind: 'change-list', title: title.trim() })
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
