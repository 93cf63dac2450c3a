import { isApple } from '../state/is-apple'

/** A shortcut in TipTap's notation, such as `Mod-b`, as the platform writes it. */
export function readableShortcut(shortcut: string): string {
  const names: Readonly<Record<string, string>> = isApple()
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  const keys = shortcut.split('-').map(key => names[key] ?? key.toUpperCase())
  return keys.join(isApple() ? '' : '+')
}
