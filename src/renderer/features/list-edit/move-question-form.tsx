import { useId, useState } from 'react'
import { useLists, type PlacedQuestion } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import styles from './list-edit.module.css'
import { SectionSelect } from './section-select'
import { useListEditForm } from './use-list-edit-form'
import { useTranslation } from '../../ui/use-translation'

const first = ''
const longestLabel = 80

/** Moves a question to another place of its list, or to another list. */
export function MoveQuestionForm({ placed }: { readonly placed: PlacedQuestion }) {
  const { t } = useTranslation()
  const formId = useId()
  const { item, list } = placed
  const { run, refusal } = useListEditForm(list)
  const lists = useLists().data ?? [list]
  const [listId, setListId] = useState(list.id)
  const [section, setSection] = useState(placed.section.number)
  const goal = lists.find(({ id }) => id === listId) ?? list
  const others = (goal.sections[section - 1]?.questions ?? []).filter(({ id }) => id !== item.id)
  const [chosen, setChosen] = useState<string>()
  const after = chosen ?? others.at(-1)?.id ?? first
  const places = [
    { value: first, label: t('listEdit.first') },
    ...others.map(({ id, text }) => ({
      value: id,
      label: t('listEdit.after', {
        text: text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text,
      }),
    })),
  ]
  return (
    <Dialog
      title={t('listEdit.moveTitle')}
      closeLabel={t('action.close')}
      description={item.text}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId}>
            {t('listEdit.move')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          const place = { section, after: after === first ? null : after }
          void run(
            goal.id === list.id
              ? { kind: 'move-question', id: item.id, place }
              : { kind: 'move-to-list', id: item.id, list: { id: goal.id, hash: goal.hash }, place },
          )
        }}
      >
        {refusal !== undefined && <Banner tone="wrong" text={refusal} />}
        {lists.length > 1 && (
          <label className={styles.field}>
            <span>{t('listEdit.list')}</span>
            <Select
              label={t('listEdit.list')}
              value={goal.id}
              options={lists
                .filter(({ sections }) => sections.length > 0)
                .map(({ id, title }) => ({ value: id, label: title }))}
              onChange={next => {
                setListId(next)
                setSection(next === list.id ? placed.section.number : 1)
                setChosen(undefined)
              }}
            />
          </label>
        )}
        <SectionSelect
          list={goal}
          section={section}
          onChange={next => {
            setSection(next)
            setChosen(undefined)
          }}
        />
        <label className={styles.field}>
          <span>{t('listEdit.place')}</span>
          <Select label={t('listEdit.place')} value={after} options={places} onChange={setChosen} />
        </label>
      </form>
    </Dialog>
  )
}
