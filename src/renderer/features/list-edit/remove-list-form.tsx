import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { goTo, usePlace } from '../../state/place'
import { useLists } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useListEditForm } from './use-list-edit-form'
import { useTranslation } from '../../ui/use-translation'

/** Asks whether a question list is to go to the trash. */
export function RemoveListForm({ list }: { readonly list: QuestionListView }) {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  const place = usePlace(state => state.marked)
  const { run, refusal } = useListEditForm(list)
  const questions = questionsOf(list)
  const answers = new Set(questions.flatMap(({ notes }) => notes)).size
  const remove = async (): Promise<void> => {
    const isOpen = place?.kind === 'question' && questions.some(({ id }) => id === place.id)
    const next = lists.filter(({ id }) => id !== list.id).flatMap(questionsOf)[0]
    const report = await run({ kind: 'remove-list' })
    if (report !== undefined && isOpen && next !== undefined) goTo({ kind: 'question', id: next.id })
  }
  return (
    <Dialog
      title={t('listEdit.removeListTitle')}
      closeLabel={t('action.close')}
      description={t('listEdit.removeListDescription', { title: list.title, count: questions.length })}
      onClose={closeDialog}
      footer={
        <>
          <Button autoFocus onClick={closeDialog}>
            {t('action.cancel')}
          </Button>
          <Button tone="danger" onClick={() => void remove()}>
            {t('listEdit.removeListRun')}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <Banner tone="wrong" text={refusal} />}
      <p>
        {answers === 0
          ? t('listEdit.removeListNoAnswers')
          : t('listEdit.removeListAnswers', { count: answers })}
      </p>
    </Dialog>
  )
}

function questionsOf({ sections }: QuestionListView) {
  return sections.flatMap(section => section.questions)
}
