import { useListEdit } from '../../state/list-edit'
import { useLists, usePlacedQuestions } from '../../state/queries'
import { MergeQuestionForm } from './merge-question-form'
import { MoveQuestionForm } from './move-question-form'
import { AddQuestionForm, ChangeQuestionForm } from './question-form'
import { RemoveListForm } from './remove-list-form'
import { RenameListForm } from './rename-list-form'
import { SectionForm } from './section-form'

/** Asks for what a change of a question list needs. */
export function ListEditDialog() {
  const dialog = useListEdit(state => state.dialog)
  const lists = useLists().data
  const { byId } = usePlacedQuestions()
  if (dialog === undefined) return null
  if ('listId' in dialog) {
    const list = lists?.find(({ id }) => id === dialog.listId)
    if (list === undefined) return null
    switch (dialog.kind) {
      case 'add-question':
        return <AddQuestionForm list={list} section={dialog.section} after={dialog.after} />
      case 'change-list':
        return <RenameListForm list={list} />
      case 'remove-list':
        return <RemoveListForm list={list} />
      default:
        return <SectionForm list={list} target={dialog} />
    }
  }
  const placed = byId.get(dialog.id)
  if (placed === undefined) return null
  switch (dialog.kind) {
    case 'change-question':
      return <ChangeQuestionForm placed={placed} />
    case 'move-question':
      return <MoveQuestionForm placed={placed} />
    case 'merge-question':
      return <MergeQuestionForm placed={placed} />
  }
}
