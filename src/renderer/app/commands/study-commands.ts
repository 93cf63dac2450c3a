import { goTo, studyPages, type StudyPageName } from '../../state/place'
import type { CommandContext, UngroupedCommand } from './command-context'

const shortcuts: Partial<Record<StudyPageName, string>> = { today: 'Mod+Alt+Y', review: 'Mod+Shift+Y' }

/** The pages of studying. */
export function studyCommands({ t, notebook }: CommandContext): UngroupedCommand[] {
  return studyPages.map(page => ({
    id: `study.${page}`,
    label: t(`study.command.${page}`),
    shortcut: shortcuts[page],
    isEnabled: notebook !== undefined,
    run: () => goTo({ kind: 'study', page }),
  }))
}
