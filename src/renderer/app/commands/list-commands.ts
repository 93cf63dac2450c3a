import { openListDialog } from '../../state/list-edit'
import { usePlace } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { editList, goToNeighbour, undoListEdit } from '../question/edit-list'
import { questionStep } from '../question/move-in-list'
import { isWritable, questionAt, type CommandContext, type UngroupedCommand } from './command-context'

/** Changing the list of the open question. */
export function listCommands(context: CommandContext): UngroupedCommand[] {
  const { t, place, questions } = context
  const onOpen = (run: (placed: PlacedQuestion) => void): Pick<UngroupedCommand, 'isEnabled' | 'run'> => ({
    isEnabled: isWritable(context) && questionAt(place, questions) !== undefined,
    run: () => {
      // The place may be another one by now than when this was made.
      const open = questionAt(usePlace.getState().place, questions)
      if (open !== undefined) run(open)
    },
  })
  return [
    {
      id: 'list.addQuestion',
      label: t('listEdit.commands.addQuestion'),
      ...onOpen(({ item, section, list }) =>
        openListDialog({ kind: 'add-question', listId: list.id, section: section.number, after: item.id }),
      ),
    },
    {
      id: 'list.changeQuestion',
      label: t('listEdit.commands.changeQuestion'),
      ...onOpen(({ item }) => openListDialog({ kind: 'change-question', id: item.id })),
    },
    {
      id: 'list.moveQuestion',
      label: t('listEdit.commands.moveQuestion'),
      ...onOpen(({ item }) => openListDialog({ kind: 'move-question', id: item.id })),
    },
    {
      id: 'list.moveQuestionUp',
      label: t('listEdit.commands.moveQuestionUp'),
      ...onOpen(placed => step(context, placed, -1)),
    },
    {
      id: 'list.moveQuestionDown',
      label: t('listEdit.commands.moveQuestionDown'),
      ...onOpen(placed => step(context, placed, 1)),
    },
    {
      id: 'list.mergeQuestion',
      label: t('listEdit.commands.mergeQuestion'),
      ...onOpen(({ item }) => openListDialog({ kind: 'merge-question', id: item.id })),
    },
    {
      id: 'list.removeQuestion',
      label: t('listEdit.commands.removeQuestion'),
      ...onOpen(placed => void remove(context, placed)),
    },
    ...sectionCommands(context, onOpen),
    {
      id: 'list.undo',
      label: t('listEdit.commands.undo'),
      isEnabled: isWritable(context) && context.hasListUndo,
      run: () => void undoListEdit(context),
    },
  ]
}

function sectionCommands(
  { t }: CommandContext,
  onOpen: (run: (placed: PlacedQuestion) => void) => Pick<UngroupedCommand, 'isEnabled' | 'run'>,
): UngroupedCommand[] {
  return [
    {
      id: 'list.addSection',
      label: t('listEdit.commands.addSection'),
      ...onOpen(({ list, section }) =>
        openListDialog({ kind: 'add-section', listId: list.id, after: section.number }),
      ),
    },
    {
      id: 'list.changeSection',
      label: t('listEdit.commands.changeSection'),
      ...onOpen(({ list, section }) =>
        openListDialog({ kind: 'change-section', listId: list.id, section: section.number }),
      ),
    },
  ]
}

function step(context: CommandContext, { item, list }: PlacedQuestion, by: -1 | 1): void {
  const edit = questionStep(list, item.id, by)
  if (edit !== undefined) void editList(context, list, edit)
}

async function remove(context: CommandContext, { item, list }: PlacedQuestion): Promise<void> {
  const done = await editList(context, list, { kind: 'remove-question', id: item.id })
  if (done !== undefined) goToNeighbour(list, item.id)
}
