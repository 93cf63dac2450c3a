import { openDialog } from '../../state/view'
import type { CommandContext, UngroupedCommand } from './command-context'

/** How things are done here, and how they can be made to fit. */
export function helpCommands({ t }: CommandContext): UngroupedCommand[] {
  return [
    {
      id: 'help.open',
      label: t('help.command'),
      shortcut: 'F1',
      isEnabled: true,
      run: () => openDialog('help'),
    },
    {
      id: 'help.shortcuts',
      label: t('help.shortcutsCommand'),
      shortcut: 'Mod+/',
      isEnabled: true,
      run: () => openDialog('help-shortcuts'),
    },
    {
      id: 'help.news',
      label: t('help.newsCommand'),
      isEnabled: true,
      run: () => openDialog('help-news'),
    },
    {
      id: 'settings.open',
      label: t('settings.command'),
      shortcut: 'Mod+Alt+,',
      isEnabled: true,
      run: () => openDialog('settings'),
    },
  ]
}
