import { Command as CommandMenu } from 'cmdk'
import { useRef, useState } from 'react'
import { formatShortcut, type Command } from '../../state/commands'
import { useBackend } from '../../state/backend'
import { rememberCommand, useRecentCommands } from '../../state/recent-commands'
import { closeDialog } from '../../state/view'
import styles from './palette.module.css'
import { PaletteFrame } from './palette-frame'
import { beginWithTyped } from './begin-with-typed'
import { useTranslation } from '../../ui/use-translation'

interface CommandGroup {
  /** Undefined for those of last time. */
  readonly title: string | undefined
  readonly commands: readonly Command[]
}

/** Everything that can be done, by name or by some letters of it; before anything is typed, what was done last comes first. */
export function CommandPalette({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const [text, setText] = useState('')
  const recentIds = useRecentCommands(state => state.ids)
  const enabled = commands.filter(command => command.isEnabled && command.id !== 'palette.open')
  const recent = recentIds.flatMap(id => enabled.find(command => command.id === id) ?? [])
  const groups =
    text.trim() === '' ? groupsOf(enabled, recent) : [{ title: t('palette.found'), commands: enabled }]
  const groupTitle = (group: CommandGroup): string => group.title ?? t('palette.recent')
  const chosen = useRef<Command>(undefined)
  const run = (command: Command): void => {
    rememberCommand(command.id)
    chosen.current = command
    closeDialog()
  }
  return (
    <PaletteFrame title={t('palette.title')} onClosed={() => chosen.current?.run()}>
      <CommandMenu label={t('palette.title')} loop>
        <CommandMenu.Input
          className={styles.input}
          onFocus={() => beginWithTyped(setText)}
          placeholder={t('palette.placeholder')}
          value={text}
          onValueChange={setText}
        />
        <CommandMenu.List className={styles.list} label={t('palette.commands')}>
          <CommandMenu.Empty className={styles.empty}>{t('palette.nothing')}</CommandMenu.Empty>
          {groups.map(group => (
            <CommandMenu.Group key={groupTitle(group)} heading={groupTitle(group)} className={styles.group}>
              {group.commands.map(command => (
                <CommandMenu.Item
                  key={command.id}
                  value={`${command.label} ${command.id}`}
                  className={styles.item}
                  onSelect={() => run(command)}
                >
                  <span>{command.label}</span>
                  {command.shortcut !== undefined && <kbd>{formatShortcut(command.shortcut, platform)}</kbd>}
                </CommandMenu.Item>
              ))}
            </CommandMenu.Group>
          ))}
        </CommandMenu.List>
      </CommandMenu>
    </PaletteFrame>
  )
}

/** What is typed orders all commands by how well they match; without it they stand in their groups, the recent ones first. */
function groupsOf(commands: readonly Command[], recent: readonly Command[]): CommandGroup[] {
  const titles = [...new Set(commands.map(command => command.group))]
  return [
    ...(recent.length > 0 ? [{ title: undefined, commands: recent }] : []),
    ...titles.map(title => ({
      title,
      commands: commands.filter(command => command.group === title && !recent.includes(command)),
    })),
  ].filter(group => group.commands.length > 0)
}
