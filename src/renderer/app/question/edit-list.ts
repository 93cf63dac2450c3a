import type { TFunction } from 'i18next'
import type { ListEditInput, ListEditReport } from '../../../shared/contract/list-edit-procedures'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { errorCodeOf, type BackendAccess } from '../../state/backend'
import { forgetListEdit, rememberListEdit, useListEdit } from '../../state/list-edit'
import { goTo } from '../../state/place'
import { showToast } from '../../state/view'

/** What changing a list needs of the page. */
export interface ListEditContext {
  readonly t: TFunction
  readonly access: Pick<BackendAccess, 'client' | 'sessions'>
}

/**
 * Changes a list, says what became of answers and links, and offers to undo it. Undefined when it was refused: `onRefused`
 * hears why, else it is said like the rest.
 */
export async function editList(
  context: ListEditContext,
  list: Pick<QuestionListView, 'id' | 'hash'>,
  edit: ListEditInput,
  onRefused: (words: string) => void = showToast,
): Promise<ListEditReport | undefined> {
  const { t, access } = context
  try {
    await access.sessions.flushAll()
    const report = await access.client['questions.edit']({ listId: list.id, hash: list.hash, edit })
    rememberListEdit(report.undoId)
    showToast(wordsFor(context, edit, report), {
      label: t('action.undo'),
      run: () => void undoListEdit(context, report.undoId),
    })
    return report
  } catch (error) {
    onRefused(failureWords(context, error))
    return undefined
  }
}

/** Takes back a change of a list, or an import: the given one, or the last. */
export async function undoListEdit(
  context: ListEditContext,
  undoId?: string,
  words: 'listEdit' | 'import' = 'listEdit',
): Promise<void> {
  const { t, access } = context
  const id = undoId ?? useListEdit.getState().undoIds.at(-1)
  if (id === undefined) return
  try {
    await access.sessions.flushAll()
    const { skipped } = await access.client['questions.undoEdit']({ undoId: id })
    showToast(
      skipped.length === 0 ? t(`${words}.undone`) : t(`${words}.undoneBut`, { count: skipped.length }),
    )
  } catch (error) {
    showToast(failureWords(context, error))
  }
  forgetListEdit(id)
}

/** Goes to the question that a removed one leaves in view. */
export function goToNeighbour(list: QuestionListView, id: string): void {
  const ids = list.sections.flatMap(section => section.questions.map(question => question.id))
  const index = ids.indexOf(id)
  const neighbour = ids[index + 1] ?? ids[index - 1]
  if (neighbour !== undefined) goTo({ kind: 'question', id: neighbour })
}

function wordsFor({ t }: ListEditContext, edit: ListEditInput, report: ListEditReport): string {
  const { keptNotes, changedNotes, brokenLinks } = report
  return [
    t(`listEdit.done.${edit.kind}`),
    keptNotes.length > 0
      ? t(edit.kind === 'remove-list' ? 'listEdit.keptOfList' : 'listEdit.kept', {
          count: keptNotes.length,
          path: keptNotes[0],
        })
      : '',
    changedNotes.length > 0 ? t('listEdit.handedOver', { count: changedNotes.length }) : '',
    brokenLinks.length > 0 ? t('listEdit.broken', { count: brokenLinks.length }) : '',
  ]
    .filter(words => words !== '')
    .join(' ')
}

function failureWords({ t }: ListEditContext, error: unknown): string {
  return t(`errors.${errorCodeOf(error).replace('/', '.')}` as 'errors.internal')
}
