import type { Settings } from '../../../shared/contract/app-procedures'
import { toggleGraph } from '../../state/place'
import { toggleContextPane } from '../../state/narrow'
import { goBack, goForward } from '../../state/travel'
import { keepTyping } from '../../state/typed-ahead'
import { openDialog, useLayout } from '../../state/view'
import type { CommandContext, UngroupedCommand } from './command-context'

const smallestTextPx = 12
const largestTextPx = 28

/** How the window looks, and where in it the user is. */
export function viewCommands(context: CommandContext): UngroupedCommand[] {
  const { t, notebook } = context
  const hasNotebook = notebook !== undefined
  return [
    {
      id: 'view.questions',
      label: t('commands.toggleQuestions'),
      shortcut: 'Mod+Alt+L',
      isEnabled: hasNotebook,
      run: toggleQuestionPane,
    },
    {
      id: 'view.context',
      label: t('commands.toggleContext'),
      shortcut: 'Mod+Alt+P',
      isEnabled: hasNotebook,
      run: toggleContextPane,
    },
    {
      id: 'view.graph',
      label: t('graph.command'),
      shortcut: 'Mod+Alt+G',
      isEnabled: hasNotebook,
      run: toggleGraph,
    },
    {
      id: 'view.back',
      label: t('commands.back'),
      shortcut: 'Alt+ArrowLeft',
      isEnabled: hasNotebook,
      run: goBack,
    },
    {
      id: 'view.forward',
      label: t('commands.forward'),
      shortcut: 'Alt+ArrowRight',
      isEnabled: hasNotebook,
      run: goForward,
    },
    ...appearanceCommands(context),
    {
      id: 'quickOpen.open',
      label: t('quickOpen.command'),
      shortcut: 'Mod+O',
      isEnabled: hasNotebook,
      run: () => openToType('quick-open'),
    },
    {
      id: 'palette.open',
      label: t('palette.title'),
      shortcut: 'Mod+Shift+P',
      isEnabled: true,
      run: () => openToType('palette'),
    },
  ]
}

function appearanceCommands({ t, access, settings }: CommandContext): UngroupedCommand[] {
  const update = (change: Partial<Settings>): void => void access.client['settings.update'](change)
  const theme = settings?.theme ?? 'system'
  const textSizePx = settings?.textSizePx ?? 16
  return [
    {
      id: 'theme.light',
      label: t('commands.themeLight'),
      isEnabled: true,
      isChecked: theme === 'light',
      run: () => update({ theme: 'light' }),
    },
    {
      id: 'theme.dark',
      label: t('commands.themeDark'),
      isEnabled: true,
      isChecked: theme === 'dark',
      run: () => update({ theme: 'dark' }),
    },
    {
      id: 'theme.system',
      label: t('commands.themeSystem'),
      isEnabled: true,
      isChecked: theme === 'system',
      run: () => update({ theme: 'system' }),
    },
    {
      id: 'text.larger',
      label: t('commands.textLarger'),
      isEnabled: textSizePx < largestTextPx,
      run: () => update({ textSizePx: textSizePx + 1 }),
    },
    {
      id: 'text.smaller',
      label: t('commands.textSmaller'),
      isEnabled: textSizePx > smallestTextPx,
      run: () => update({ textSizePx: textSizePx - 1 }),
    },
  ]
}

function toggleQuestionPane(): void {
  useLayout.setState(layout => ({ isQuestionPaneShown: !layout.isQuestionPaneShown }))
}

/** Its code may be on its way: what is typed until then is in its field. */
function openToType(dialog: 'palette' | 'quick-open'): void {
  keepTyping({ isFromField: true })
  openDialog(dialog)
}
