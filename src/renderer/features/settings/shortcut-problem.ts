import { isSameShortcut, type Command } from '../../state/commands'

export type ShortcutProblem =
  /** Another command has it. */
  | { readonly kind: 'taken'; readonly command: Command }
  /** It is needed for writing. */
  | { readonly kind: 'editor'; readonly action: string }
  /** The browser does not give it to a page. */
  | { readonly kind: 'browser' }
  /** It would be typed into a text. */
  | { readonly kind: 'typing' }

/** What a browser keeps for itself, or its user misses when a page takes it. */
const browserShortcuts = [
  ...['T', 'N', 'W', 'Q', 'L', 'R', 'Shift+T', 'Shift+N', 'Shift+W', 'Shift+R', 'Tab', 'Shift+Tab'],
  ...['PageUp', 'PageDown', 'Shift+PageUp', 'Shift+PageDown', 'F4', 'F5', 'Shift+F5'],
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '='],
].map(keys => `Mod+${keys}`)
const browserKeys = [...browserShortcuts, 'F5', 'F6', 'F11', 'F12', 'Shift+F5', 'Alt+F4']

export interface ShortcutSurroundings {
  readonly commands: readonly Command[]
  /** Of writing, with what each does. */
  readonly editorShortcuts: readonly { readonly shortcut: string; readonly name: string }[]
  readonly isInBrowser: boolean
}

/** Why a command can't have a shortcut as it is, if so. */
export function shortcutProblem(
  shortcut: string,
  commandId: string,
  { commands, editorShortcuts, isInBrowser }: ShortcutSurroundings,
): ShortcutProblem | undefined {
  if (!/^(?:Mod|Alt)\+|^(?:Shift\+)?F\d+$/.test(shortcut)) return { kind: 'typing' }
  const isIt = (other: string | undefined): boolean => other !== undefined && isSameShortcut(other, shortcut)
  if (isInBrowser && browserKeys.some(isIt)) return { kind: 'browser' }
  const action = editorShortcuts.find(other => isIt(other.shortcut))
  if (action !== undefined) return { kind: 'editor', action: action.name }
  const command = commands.find(other => other.id !== commandId && isIt(other.shortcut))
  return command === undefined ? undefined : { kind: 'taken', command }
}
