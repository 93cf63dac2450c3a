import { Command as CommandMenu } from 'cmdk'
import { useTranslation } from 'react-i18next'
import { formatShortcut, type Command } from '../../state/commands'
import { useBackend } from '../../state/backend'
import { closeDialog } from '../../state/view'
import styles from './palette.module.css'
import { PaletteFrame } from './palette-frame'

/** Everything that can be done, by name. */
export function CommandPalette({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const enabled = commands.filter(command => command.isEnabled && command.id !== 'palette.open')
  const groups = [...new Set(enabled.map(command => command.group))]
  const run = (command: Command): void => {
    closeDialog()
    setTimeout(command.run)
  }
  return (
    <PaletteFrame title={t('palette.title')}>
      <CommandMenu label={t('palette.title')} loop>
        <CommandMenu.Input className={styles.input} placeholder={t('palette.placeholder')} />
        <CommandMenu.List className={styles.list} label={t('palette.commands')}>
          <CommandMenu.Empty className={styles.empty}>{t('palette.nothing')}</CommandMenu.Empty>
          {groups.map(group => (
            <CommandMenu.Group key={group} heading={group} className={styles.group}>
              {enabled
                .filter(command => command.group === group)
                .map(command => (
                  <CommandMenu.Item
                    key={command.id}
                    value={`${command.label} ${command.id}`}
                    className={styles.item}
                    onSelect={() => run(command)}
                  >
                    <span>{command.label}</span>
                    {command.shortcut !== undefined && (
                      <kbd>{formatShortcut(command.shortcut, platform)}</kbd>
                    )}
                  </CommandMenu.Item>
                ))}
            </CommandMenu.Group>
          ))}
        </CommandMenu.List>
      </CommandMenu>
    </PaletteFrame>
  )
}
