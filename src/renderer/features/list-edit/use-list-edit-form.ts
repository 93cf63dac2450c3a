import { useState } from 'react'
import type { ListEditInput, ListEditReport } from '../../../shared/contract/list-edit-procedures'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { editList } from '../../app/question/edit-list'
import { useBackend } from '../../state/backend'
import { closeDialog } from '../../state/view'
import { useTranslation } from '../../ui/use-translation'

export interface ListEditForm {
  /** Makes the change and closes the dialog; one that is refused leaves it open with what was typed. */
  readonly run: (edit: ListEditInput) => Promise<ListEditReport | undefined>
  /** Why the change was refused. */
  readonly refusal: string | undefined
}

/**
 * A form over a list as it was when the form was opened: what somebody changed in it since is not changed unseen. When that
 * was said, the next try is over the list as it is.
 */
export function useListEditForm(list: QuestionListView): ListEditForm {
  const { t } = useTranslation()
  const access = useBackend()
  const [hash, setHash] = useState<string | undefined>(list.hash)
  const [refusal, setRefusal] = useState<string>()
  const run = async (edit: ListEditInput): Promise<ListEditReport | undefined> => {
    const report = await editList({ t, access }, { id: list.id, hash: hash ?? list.hash }, edit, words => {
      setRefusal(words)
      setHash(undefined)
    })
    if (report !== undefined) closeDialog()
    return report
  }
  return { run, refusal }
}
