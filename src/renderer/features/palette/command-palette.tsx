import { Command as CommandMenu } from 'cmdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShortcut, type Command } from '../../state/commands'
import { useBackend } from '../../state/backend'
import { rememberCommand, useRecentCommands } from '../../state/recent-commands'
import { closeDialog } from '../../state/view'
import styles from './palette.module.css'
import { PaletteFrame } from './palette-frame'

interface CommandGroup {
  readonly title: string
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
  const isRecentShown = text.trim() === '' && recent.length > 0
  const groups: CommandGroup[] = [
    ...(isRecentShown ? [{ title: t('palette.recent'), commands: recent }] : []),
    ...[...new Set(enabled.map(command => command.group))].map(title => ({
      title,
      commands: enabled.filter(
        command => command.group === title && !(isRecentShown && recent.includes(command)),
      ),
    })),
  ]
  const run = (command: Command): void => {
    rememberCommand(command.id)
    closeDialog()
    setTimeout(command.run)
  }
  return (
    <PaletteFrame title={t('palette.title')}>
      <CommandMenu label={t('palette.title')} loop>
        <CommandMenu.Input
          className={styles.input}
          placeholder={t('palette.placeholder')}
          value={text}
          onValueChange={setText}
        />
        <CommandMenu.List className={styles.list} label={t('palette.commands')}>
          <CommandMenu.Empty className={styles.empty}>{t('palette.nothing')}</CommandMenu.Empty>
          {groups.map(group => (
            <CommandMenu.Group key={group.title} heading={group.title} className={styles.group}>
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
