/** Something the user can do: menu, palette, toolbar and native menu read the same object. */
export interface Command {
  /** `domain.verb` */
  readonly id: string
  readonly label: string
  readonly group: string
  /** As written in `formatShortcut`'s input: `Mod+Shift+P`. Mod is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string | undefined
  readonly isEnabled: boolean
  readonly run: () => void
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
