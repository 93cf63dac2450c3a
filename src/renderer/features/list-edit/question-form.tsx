import { useId, useState, type ReactNode } from 'react'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { focusEditor } from '../../state/editor-info'
import { goTo } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import styles from './list-edit.module.css'
import { SectionSelect } from './section-select'
import { useListEditForm } from './use-list-edit-form'
import { noWording, sentWording, WordingFields, type Wording } from './wording-fields'
import { useTranslation } from '../../ui/use-translation'

/** Adds a question to a section and opens it. */
export function AddQuestionForm({
  list,
  section,
  after,
}: {
  readonly list: QuestionListView
  readonly section: number
  readonly after: string | null
}) {
  const { t } = useTranslation()
  const { run, refusal } = useListEditForm(list)
  const [wording, setWording] = useState(noWording)
  const [chosen, setChosen] = useState(section)
  const submit = async (): Promise<void> => {
    const last = list.sections[chosen - 1]?.questions.at(-1)?.id ?? null
    const place = { section: chosen, after: chosen === section ? after : last }
    const report = await run({ kind: 'add-question', place, wording: sentWording(wording) })
    const id = report?.questionId ?? null
    if (id === null) return
    focusEditor({ whenOpen: true })
    goTo({ kind: 'question', id })
  }
  return (
    <WordingForm
      title={t('listEdit.addTitle')}
      action={t('listEdit.add')}
      refusal={refusal}
      wording={wording}
      onChange={setWording}
      onSubmit={() => void submit()}
    >
      <SectionSelect list={list} section={chosen} onChange={setChosen} />
    </WordingForm>
  )
}

/** Changes what a question says; its id and its answers stay. */
export function ChangeQuestionForm({ placed }: { readonly placed: PlacedQuestion }) {
  const { t } = useTranslation()
  const { run, refusal } = useListEditForm(placed.list)
  const { id, text, hint, body } = placed.item
  const [wording, setWording] = useState<Wording>({ text, hint: hint ?? '', body: body ?? '' })
  return (
    <WordingForm
      title={t('listEdit.changeTitle')}
      action={t('listEdit.save')}
      refusal={refusal}
      wording={wording}
      onChange={setWording}
      onSubmit={() => void run({ kind: 'change-question', id, wording: sentWording(wording) })}
    />
  )
}

/** A dialog that asks for a question's words. */
export function WordingForm({
  title,
  description,
  action,
  refusal,
  wording,
  onChange,
  onSubmit,
  children,
}: {
  readonly title: string
  readonly description?: ReactNode
  readonly action: string
  readonly refusal: string | undefined
  readonly wording: Wording
  readonly onChange: (wording: Wording) => void
  readonly onSubmit: () => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const formId = useId()
  const isUsable = wording.text.trim() !== ''
  return (
    <Dialog
      title={title}
      closeLabel={t('action.close')}
      {...(description === undefined ? {} : { description })}
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
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isUsable) onSubmit()
        }}
      >
        {refusal !== undefined && <Banner tone="wrong" text={refusal} />}
        <WordingFields wording={wording} onChange={onChange} />
        {children}
      </form>
    </Dialog>
  )
}
