import { Link2, Link2Off, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react'
import { useQuestionActions } from '../../app/question/list-actions'
import { useTrashNote } from '../../app/note/use-trash-note'
import { useBackend } from '../../state/backend'
import { goToWrite } from '../../state/editor-info'
import { goTo } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { openDialog, showToast } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { Menu, type MenuItem } from '../../ui/menu'
import { useTranslation } from '../../ui/use-translation'

export interface AnswerMenuProps {
  readonly placed: PlacedQuestion
  /** Undefined while a new answer is being written. */
  readonly current: string | undefined
  readonly onAdd: () => void
}

/** What can be done with a question and its answers. */
export function AnswerMenu({ placed, current, onAdd }: AnswerMenuProps) {
  const { t } = useTranslation()
  const groups = useAnswerActions(placed.item, current, onAdd)
  const questionActions = useQuestionActions(placed)
  return (
    <Menu
      align="end"
      groups={[...groups, questionActions]}
      trigger={
        <IconButton label={t('answer.actions')}>
          <MoreHorizontal size={16} />
        </IconButton>
      }
    />
  )
}

function useAnswerActions(
  item: PlacedQuestion['item'],
  current: string | undefined,
  onAdd: () => void,
): MenuItem[][] {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const unlink = async (path: string): Promise<void> => {
    await sessions.ofPath(path)?.flush()
    await client['notes.unlink']({ path, questionId: item.id })
    goTo({ kind: 'question', id: item.id })
    showToast(t('answer.unlinked'), {
      label: t('action.undo'),
      run: () => void client['notes.link']({ path, questionId: item.id }),
    })
  }
  const trashNote = useTrashNote()
  const trash = async (path: string): Promise<void> => {
    const stay = (restored: string): void => goToWrite({ kind: 'question', id: item.id, notePath: restored })
    if (await trashNote(path, stay)) goTo({ kind: 'question', id: item.id })
  }
  const add = {
    id: 'add',
    label: t('answer.add'),
    icon: <Plus size={14} />,
    onSelect: onAdd,
    movesFocus: true,
    isDisabled: item.notes.length === 0,
  }
  const link = {
    id: 'link',
    label: t('answer.link'),
    icon: <Link2 size={14} />,
    onSelect: () => openDialog('link-note'),
  }
  if (current === undefined) return [[add, link]]
  return [
    [add, link],
    [
      {
        id: 'rename',
        label: t('rename.menu'),
        icon: <Pencil size={14} />,
        onSelect: () => openDialog('rename-note'),
        movesFocus: true,
      },
      {
        id: 'unlink',
        label: t('answer.unlink'),
        icon: <Link2Off size={14} />,
        onSelect: () => void unlink(current),
      },
      {
        id: 'trash',
        label: t('note.trash'),
        icon: <Trash2 size={14} />,
        onSelect: () => void trash(current),
      },
    ],
  ]
}
