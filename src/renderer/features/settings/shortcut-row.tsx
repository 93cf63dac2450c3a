import { RotateCcw, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useBackend } from '../../state/backend'
import { formatShortcut, shortcutOfPress, type Command } from '../../state/commands'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import styles from './settings.module.css'
import type { ShortcutProblem } from './shortcut-problem'
import { useTranslation } from '../../ui/use-translation'

interface Refused {
  readonly shortcut: string
  readonly problem: ShortcutProblem
}

/** A command and its shortcut: a press of the button, then the keys. */
export function ShortcutRow({
  command,
  isOwn,
  problemOf,
  onChange,
  onReset,
}: {
  readonly command: Command
  readonly isOwn: boolean
  readonly problemOf: (shortcut: string) => ShortcutProblem | undefined
  /** `takenFrom` is the command that had it. */
  readonly onChange: (shortcut: string | null, takenFrom?: Command) => void
  readonly onReset: () => void
}) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const [isWaiting, setIsWaiting] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isWaiting) return
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) return setIsWaiting(false)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setIsWaiting(false)
    const shortcut = shortcutOfPress(event.nativeEvent, platform)
    if (shortcut === undefined) return
    const problem = problemOf(shortcut)
    setIsWaiting(false)
    setRefused(problem === undefined ? undefined : { shortcut, problem })
    if (problem === undefined) onChange(shortcut)
  }
  const shown = command.shortcut === undefined ? undefined : formatShortcut(command.shortcut, platform)
  return (
    <li className={styles.shortcut}>
      <span className={styles.command}>
        {command.label}
        <span className={styles.hint}>{command.group}</span>
      </span>
      <button
        type="button"
        className={styles.keys}
        aria-label={t('settings.change', { command: command.label, keys: shown ?? t('settings.none') })}
        aria-pressed={isWaiting}
        onClick={() => {
          setRefused(undefined)
          setIsWaiting(true)
        }}
        onBlur={() => setIsWaiting(false)}
        onKeyDown={onKeyDown}
      >
        {isWaiting ? t('settings.press') : (shown ?? t('settings.none'))}
      </button>
      <IconButton
        label={t('settings.clear', { command: command.label })}
        disabled={command.shortcut === undefined}
        onClick={() => onChange(null)}
      >
        <X size={14} />
      </IconButton>
      <IconButton
        label={t('settings.reset', { command: command.label })}
        disabled={!isOwn}
        onClick={() => {
          setRefused(undefined)
          onReset()
        }}
      >
        <RotateCcw size={14} />
      </IconButton>
      {refused !== undefined && (
        <p className={styles.problem} role="alert">
          <ProblemWords keys={formatShortcut(refused.shortcut, platform)} problem={refused.problem} />
          {refused.problem.kind === 'taken' && (
            <Button
              onClick={() => {
                onChange(refused.shortcut, takenFrom(refused.problem))
                setRefused(undefined)
              }}
            >
              {t('settings.take')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function takenFrom(problem: ShortcutProblem): Command | undefined {
  return problem.kind === 'taken' ? problem.command : undefined
}

function ProblemWords({ keys, problem }: { readonly keys: string; readonly problem: ShortcutProblem }) {
  const { t } = useTranslation()
  switch (problem.kind) {
    case 'taken':
      return <span>{t('settings.taken', { keys, command: problem.command.label })}</span>
    case 'editor':
      return <span>{t('settings.takenByEditor', { keys, action: problem.action })}</span>
    case 'browser':
      return <span>{t('settings.takenByBrowser', { keys })}</span>
    case 'typing':
      return <span>{t('settings.typing', { keys })}</span>
  }
}
