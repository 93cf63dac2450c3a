import { type ReactNode, useId, useState } from 'react'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { useTranslation } from '../../ui/use-translation'

interface TitleFormProps {
  readonly heading: string
  readonly action: ReactNode
  /** The title as it is. */
  readonly before: string
  readonly refusal: string | undefined
  readonly onSubmit: (title: string) => void
}

/** Asks for the title of a list or of a section. */
export function TitleForm({ heading, action, before, refusal, onSubmit }: TitleFormProps) {
  const { t } = useTranslation()
  const formId = useId()
  const [title, setTitle] = useState(before)
  const isUsable = title.trim() !== ''
  return (
    <Dialog
      title={heading}
      closeLabel={t('action.close')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} disabled={!isUsable}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={event => {
          event.preventDefault()
          if (isUsable) onSubmit(title.trim())
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
