/** Something the user can do: menu, palette, toolbar and native menu read the same object. */
export interface Command {
  /** `domain.verb` */
  readonly id: string
  readonly label: string
  readonly group: string
  /** As written in `formatShortcut`'s input: `Mod+Shift+P`. Mod is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string | undefined
  readonly isEnabled: boolean
  /** Given for one of a few that exclude each other: whether it is the one in force. */
  readonly isChecked?: boolean
  readonly run: () => void
}

/** The commands with the shortcuts that the user has chosen; of those, null is for none. */
export function withOwnShortcuts(
  commands: readonly Command[],
  own: Readonly<Record<string, string | null>>,
): Command[] {
  return commands.map(command => {
    const shortcut = own[command.id]
    return shortcut === undefined ? command : { ...command, shortcut: shortcut ?? undefined }
  })
}

/** The shortcut that a key press is; undefined while only Ctrl, Alt or the like are held. */
export function shortcutOfPress(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  platform: string,
): string | undefined {
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'Dead', 'Process', 'CapsLock'].includes(event.key))
    return undefined
  const isMod = platform === 'darwin' ? event.metaKey : event.ctrlKey
  const key = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? (event.key === ' ' ? 'Space' : event.key)
  return [isMod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', key].filter(Boolean).join('+')
}

/** Whether two shortcuts are one, in whatever order their keys are written. */
export function isSameShortcut(a: string, b: string): boolean {
  const keys = (shortcut: string): string => shortcut.toLowerCase().split('+').sort().join('+')
  return keys(a) === keys(b)
}

/** The shortcut as the platform writes it. */
export function formatShortcut(shortcut: string, platform: string): string {
  if (platform !== 'darwin') return shortcut.replace('Mod', 'Ctrl').replaceAll('Arrow', '')
  const signs: Readonly<Record<string, string>> = {
    Mod: '⌘',
    Shift: '⇧',
    Alt: '⌥',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  }
  return shortcut
    .split('+')
    .map(part => signs[part] ?? part)
    .join('')
}

/** Whether a key press is that shortcut. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string, platform: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const isMod = platform === 'darwin' ? event.metaKey : event.ctrlKey
  return (
    isMod === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt') &&
    (event.key.toLowerCase() === key.toLowerCase() ||
      event.code === `Key${key}` ||
      event.code === `Digit${key}`)
  )
}
