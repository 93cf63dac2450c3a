import { useBackend } from '../../state/backend'
import { withOwnShortcuts, type Command } from '../../state/commands'
import { useListEdit } from '../../state/list-edit'
import { usePlace } from '../../state/place'
import { useNotebook, usePlacedQuestions, useSettings } from '../../state/queries'
import type { CommandContext, UngroupedCommand } from './command-context'
import { editorCommands } from './editor-commands'
import { helpCommands } from './help-commands'
import { listCommands } from './list-commands'
import { noteCommands } from './note-commands'
import { notebookCommands } from './notebook-commands'
import { questionCommands } from './question-commands'
import { studyCommands } from './study-commands'
import { viewCommands } from './view-commands'
import { useTranslation } from '../../ui/use-translation'

/** The one registry: menu, palette, toolbar and shortcuts read these objects. Empty until it `isWanted`. */
export function useCommands(isWanted: boolean): Command[] {
  const { t } = useTranslation()
  const access = useBackend()
  const context: CommandContext = {
    t,
    access,
    notebook: useNotebook().data ?? undefined,
    settings: useSettings().data,
    questions: usePlacedQuestions().all,
    // All commands are made anew for another place, which can wait for the place itself.
    place: usePlace(state => state.settled),
    hasListUndo: useListEdit(state => state.undoIds.length > 0),
  }
  if (!isWanted) return []
  const commands = [
    ...inGroup(t('commands.questions'), questionCommands(context)),
    ...inGroup(t('listEdit.commands.group'), listCommands(context)),
    ...inGroup(t('study.pages'), studyCommands(context)),
    ...inGroup(t('commands.notes'), noteCommands(context)),
    ...inGroup(t('commands.editor'), editorCommands(context)),
    ...inGroup(t('commands.notebook'), notebookCommands(context)),
    ...inGroup(t('commands.view'), viewCommands(context)),
    ...inGroup(t('help.title'), helpCommands(context)),
  ]
  return withOwnShortcuts(commands, context.settings?.shortcuts ?? {})
}

function inGroup(group: string, commands: readonly UngroupedCommand[]): Command[] {
  return commands.map(command => ({ ...command, group }))
}
