import { openExport } from '../../state/export-scope'
import { errorCodeOf } from '../../state/backend'
import { leavePlace } from '../../state/place'
import { openDialog } from '../../state/view'
import type { CommandContext, UngroupedCommand } from './command-context'

/** The notebook as a whole. */
export function notebookCommands(context: CommandContext): UngroupedCommand[] {
  const { t, notebook } = context
  const hasNotebook = notebook !== undefined
  return [
    {
      id: 'notebook.export',
      label: t('commands.export'),
      shortcut: 'Mod+Shift+E',
      isEnabled: hasNotebook,
      run: () => openExport({ kind: 'notebook' }),
    },
    {
      id: 'trash.open',
      label: t('trash.command'),
      isEnabled: hasNotebook,
      run: () => openDialog('trash'),
    },
    {
      id: 'backups.run',
      label: t('backups.run'),
      isEnabled: hasNotebook,
      run: () => void backUp(context),
    },
    {
      id: 'backups.open',
      label: t('backups.command'),
      isEnabled: hasNotebook,
      run: () => openDialog('backups'),
    },
    {
      id: 'notebook.new',
      label: t('commands.newNotebook'),
      isEnabled: true,
      run: () => openDialog('new-notebook'),
    },
    {
      id: 'notebook.open',
      label: t('commands.openNotebook'),
      isEnabled: true,
      run: () => openDialog('open-notebook'),
    },
    {
      id: 'notebook.close',
      label: t('commands.closeNotebook'),
      isEnabled: hasNotebook,
      run: () => void closeNotebook(context),
    },
  ]
}

/** How it went is in the status bar. */
async function backUp({ access }: CommandContext): Promise<void> {
  await access.sessions.flushAll()
  await access.client['backups.run']({}).catch(() => undefined)
}

async function closeNotebook({ access }: CommandContext): Promise<void> {
  await access.sessions.flushAll()
  try {
    await access.client['notebook.close']({})
  } catch (error) {
    // The status bar says so, and the page looks anew once it is connected again.
    if (errorCodeOf(error) !== 'connection/lost') throw error
  }
  leavePlace()
}
