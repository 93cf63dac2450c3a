import { TextArea } from '../../ui/text-area'
import { useTranslation } from '../../ui/use-translation'

/** What a question says, as it is typed; empty for no hint and no more text. */
export interface Wording {
  readonly text: string
  readonly hint: string
  readonly body: string
}

export const noWording: Wording = { text: '', hint: '', body: '' }

/** As the contract takes it. */
export function sentWording({ text, hint, body }: Wording): {
  text: string
  hint: string | null
  body: string | null
} {
  return { text: text.trim(), hint: hint.trim() === '' ? null : hint, body: body.trim() === '' ? null : body }
}

/** The fields for a question's words. */
export function WordingFields({
  wording,
  onChange,
}: {
  readonly wording: Wording
  readonly onChange: (wording: Wording) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <TextArea
        autoFocus
        label={t('listEdit.text')}
        value={wording.text}
        onChange={event => onChange({ ...wording, text: event.target.value })}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      <TextArea
        label={t('listEdit.hint')}
        value={wording.hint}
        onChange={event => onChange({ ...wording, hint: event.target.value })}
      />
      <TextArea
        label={t('listEdit.body')}
        hint={t('listEdit.bodyHint')}
        value={wording.body}
        onChange={event => onChange({ ...wording, body: event.target.value })}
      />
    </>
  )
}
