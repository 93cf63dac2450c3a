import { useState } from 'react'
import type { Settings } from '../../../shared/contract/app-procedures'
import { editorShortcuts } from '../../editor/editor-shortcuts'
import { useBackend } from '../../state/backend'
import type { Command } from '../../state/commands'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import styles from './settings.module.css'
import { ShortcutRow } from './shortcut-row'
import { shortcutProblem } from './shortcut-problem'
import { textKeys } from './text-keys'
import { useTranslation } from '../../ui/use-translation'

type OwnShortcuts = Settings['shortcuts']

/** The shortcut of every command, to be changed. */
export function ShortcutList({
  commands,
  own,
  onChange,
}: {
  readonly commands: readonly Command[]
  readonly own: OwnShortcuts
  readonly onChange: (own: OwnShortcuts) => void
}) {
  const { t } = useTranslation()
  const { capabilities } = useBackend()
  const [filter, setFilter] = useState('')
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = commands.filter(({ label, group }) =>
    words.every(word => `${label} ${group}`.toLowerCase().includes(word)),
  )
  const surroundings = {
    commands,
    editorShortcuts: [
      ...editorShortcuts.map(({ id, shortcut }) => ({ shortcut, name: t(`editor.action.${id}`) })),
      ...textKeys.map(({ action, shortcut }) => ({ shortcut, name: t(`settings.textAction.${action}`) })),
    ],
    isInBrowser: !capabilities.nativeMenu,
  }
  const reset = (id: string): void => {
    onChange(Object.fromEntries(Object.entries(own).filter(([other]) => other !== id)))
  }
  return (
    <>
      <div className={styles.bar}>
        <TextField
          label={t('settings.findCommand')}
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <Button disabled={Object.keys(own).length === 0} onClick={() => onChange({})}>
          {t('settings.resetAll')}
        </Button>
      </div>
      <ul className={styles.shortcuts} aria-label={t('settings.shortcuts')}>
        {shown.map(command => (
          <ShortcutRow
            key={command.id}
            command={command}
            isOwn={Object.hasOwn(own, command.id)}
            problemOf={shortcut => shortcutProblem(shortcut, command.id, surroundings)}
            onChange={(shortcut, takenFrom) =>
              onChange({
                ...own,
                ...(takenFrom === undefined ? {} : { [takenFrom.id]: null }),
                [command.id]: shortcut,
              })
            }
            onReset={() => reset(command.id)}
          />
        ))}
        {shown.length === 0 && <li className={styles.hint}>{t('palette.nothing')}</li>}
      </ul>
    </>
  )
}
