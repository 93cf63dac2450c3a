import { ArrowDown, ArrowUp, FolderPlus, Merge, MoveRight, Pencil, Plus, Trash2 } from 'lucide-react'
import type { ListEditInput } from '../../../shared/contract/list-edit-procedures'
import type { QuestionListView, QuestionSection } from '../../../shared/contract/question-procedures'
import { useBackend } from '../../state/backend'
import { openListDialog } from '../../state/list-edit'
import { usePlace } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import type { MenuItem } from '../../ui/menu'
import { editList, goToNeighbour } from './edit-list'
import { questionStep, sectionStep } from './move-in-list'
import { useTranslation } from '../../ui/use-translation'

type Run = (edit: ListEditInput | undefined) => Promise<void>

/** What can be done with a question in its list. */
export function useQuestionActions({ item, section, list }: PlacedQuestion): MenuItem[] {
  const { t } = useTranslation()
  const access = useBackend()
  const place = usePlace(state => state.marked)
  const { id } = item
  const run: Run = async edit => {
    const isOpen = place?.kind === 'question' && place.id === id
    if (edit === undefined) return
    const done = await editList({ t, access }, list, edit)
    if (done !== undefined && edit.kind === 'remove-question' && isOpen) goToNeighbour(list, id)
  }
  return [
    opening(
      itemFor('edit', t('listEdit.changeQuestion'), <Pencil size={14} />, () =>
        openListDialog({ kind: 'change-question', id }),
      ),
    ),
    opening(
      itemFor('add-below', t('listEdit.addBelow'), <Plus size={14} />, () =>
        openListDialog({ kind: 'add-question', listId: list.id, section: section.number, after: id }),
      ),
    ),
    doing(
      { id: 'up', label: t('listEdit.up'), icon: <ArrowUp size={14} /> },
      questionStep(list, id, -1),
      run,
    ),
    doing(
      { id: 'down', label: t('listEdit.down'), icon: <ArrowDown size={14} /> },
      questionStep(list, id, 1),
      run,
    ),
    opening(
      itemFor('move', t('listEdit.moveQuestion'), <MoveRight size={14} />, () =>
        openListDialog({ kind: 'move-question', id }),
      ),
    ),
    opening(
      itemFor('merge', t('listEdit.mergeQuestion'), <Merge size={14} />, () =>
        openListDialog({ kind: 'merge-question', id }),
      ),
    ),
    itemFor(
      'remove',
      t('listEdit.removeQuestion'),
      <Trash2 size={14} />,
      () => void run({ kind: 'remove-question', id }),
    ),
  ]
}

/** What can be done with a question list. */
export function useListActions({ id: listId }: QuestionListView): MenuItem[] {
  const { t } = useTranslation()
  return [
    opening(
      itemFor('rename-list', t('listEdit.changeList'), <Pencil size={14} />, () =>
        openListDialog({ kind: 'change-list', listId }),
      ),
    ),
    opening(
      itemFor('remove-list', t('listEdit.removeList'), <Trash2 size={14} />, () =>
        openListDialog({ kind: 'remove-list', listId }),
      ),
    ),
  ]
}

/** What can be done with a section in its list. */
export function useSectionActions(
  list: QuestionListView,
  { number, questions }: QuestionSection,
): MenuItem[] {
  const { t } = useTranslation()
  const access = useBackend()
  const run: Run = async edit => {
    if (edit !== undefined) await editList({ t, access }, list, edit)
  }
  const after = questions.at(-1)?.id ?? null
  return [
    opening(
      itemFor('add-question', t('listEdit.addQuestion'), <Plus size={14} />, () =>
        openListDialog({ kind: 'add-question', listId: list.id, section: number, after }),
      ),
    ),
    opening(
      itemFor('rename-section', t('listEdit.changeSection'), <Pencil size={14} />, () =>
        openListDialog({ kind: 'change-section', listId: list.id, section: number }),
      ),
    ),
    opening(
      itemFor('add-section', t('listEdit.addSection'), <FolderPlus size={14} />, () =>
        openListDialog({ kind: 'add-section', listId: list.id, after: number }),
      ),
    ),
    doing(
      { id: 'section-up', label: t('listEdit.up'), icon: <ArrowUp size={14} /> },
      sectionStep(list, number, -1),
      run,
    ),
    doing(
      { id: 'section-down', label: t('listEdit.down'), icon: <ArrowDown size={14} /> },
      sectionStep(list, number, 1),
      run,
    ),
    {
      ...itemFor(
        'merge-section',
        t('listEdit.mergeSection'),
        <Merge size={14} />,
        () => void run({ kind: 'merge-sections', section: number, into: number - 1 }),
      ),
      isDisabled: number === 1,
    },
    itemFor(
      'remove-section',
      t('listEdit.removeSection'),
      <Trash2 size={14} />,
      () => void run({ kind: 'remove-section', section: number }),
    ),
  ]
}

function itemFor(id: string, label: string, icon: MenuItem['icon'], onSelect: () => void): MenuItem {
  return { id, label, icon, onSelect }
}

/** An item that opens a dialog, which takes the focus. */
function opening(item: MenuItem): MenuItem {
  return { ...item, movesFocus: true }
}

/** An item that can't be chosen where there is nothing to do. */
function doing(item: Omit<MenuItem, 'onSelect'>, edit: ListEditInput | undefined, run: Run): MenuItem {
  return { ...item, isDisabled: edit === undefined, onSelect: () => void run(edit) }
}
