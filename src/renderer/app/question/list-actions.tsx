import { ArrowDown, ArrowUp, FolderPlus, Merge, MoveRight, Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListEditInput } from '../../../shared/contract/list-edit-procedures'
import type { QuestionListView, QuestionSection } from '../../../shared/contract/question-procedures'
import { useBackend } from '../../state/backend'
import { openListDialog } from '../../state/list-edit'
import { usePlace } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import type { MenuItem } from '../../ui/menu'
import { editList, goToNeighbour } from './edit-list'
import { questionStep, sectionStep } from './move-in-list'

/** What can be done with a question in its list. */
export function useQuestionActions({ item, section, list }: PlacedQuestion): MenuItem[] {
  const { t } = useTranslation()
  const access = useBackend()
  const place = usePlace(state => state.place)
  const { id } = item
  const run = async (edit: ListEditInput | undefined): Promise<void> => {
    const isOpen = place?.kind === 'question' && place.id === id
    if (edit === undefined) return
    const done = await editList({ t, access }, list, edit)
    if (done !== undefined && edit.kind === 'remove-question' && isOpen) goToNeighbour(list, id)
  }
  return [
    {
      ...itemFor('edit', t('listEdit.changeQuestion'), <Pencil size={14} />, () =>
        openListDialog({ kind: 'change-question', id }),
      ),
      movesFocus: true,
    },
    {
      ...itemFor('add-below', t('listEdit.addBelow'), <Plus size={14} />, () =>
        openListDialog({ kind: 'add-question', listId: list.id, section: section.number, after: id }),
      ),
      movesFocus: true,
    },
    stepItem('up', t('listEdit.up'), <ArrowUp size={14} />, questionStep(list, id, -1), run),
    stepItem('down', t('listEdit.down'), <ArrowDown size={14} />, questionStep(list, id, 1), run),
    {
      ...itemFor('move', t('listEdit.moveQuestion'), <MoveRight size={14} />, () =>
        openListDialog({ kind: 'move-question', id }),
      ),
      movesFocus: true,
    },
    {
      ...itemFor('merge', t('listEdit.mergeQuestion'), <Merge size={14} />, () =>
        openListDialog({ kind: 'merge-question', id }),
      ),
      movesFocus: true,
    },
    itemFor(
      'remove',
      t('listEdit.removeQuestion'),
      <Trash2 size={14} />,
      () => void run({ kind: 'remove-question', id }),
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
  const run = async (edit: ListEditInput | undefined): Promise<void> => {
    if (edit !== undefined) await editList({ t, access }, list, edit)
  }
  const after = questions.at(-1)?.id ?? null
  return [
    {
      ...itemFor('add-question', t('listEdit.addQuestion'), <Plus size={14} />, () =>
        openListDialog({ kind: 'add-question', listId: list.id, section: number, after }),
      ),
      movesFocus: true,
    },
    {
      ...itemFor('rename-section', t('listEdit.changeSection'), <Pencil size={14} />, () =>
        openListDialog({ kind: 'change-section', listId: list.id, section: number }),
      ),
      movesFocus: true,
    },
    {
      ...itemFor('add-section', t('listEdit.addSection'), <FolderPlus size={14} />, () =>
        openListDialog({ kind: 'add-section', listId: list.id, after: number }),
      ),
      movesFocus: true,
    },
    stepItem('section-up', t('listEdit.up'), <ArrowUp size={14} />, sectionStep(list, number, -1), run),
    stepItem('section-down', t('listEdit.down'), <ArrowDown size={14} />, sectionStep(list, number, 1), run),
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

// eslint-disable-next-line max-params -- one menu item, in the order that it is read
function stepItem(
  id: string,
  label: string,
  icon: MenuItem['icon'],
  edit: ListEditInput | undefined,
  run: (edit: ListEditInput | undefined) => Promise<void>,
): MenuItem {
  return { id, label, icon, isDisabled: edit === undefined, onSelect: () => void run(edit) }
}
