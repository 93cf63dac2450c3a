import { isSameShortcut, type Command } from '../../state/commands'

export type ShortcutProblem =
  /** Another command has it. */
  | { readonly kind: 'taken'; readonly command: Command }
  /** The editor formats text with it. */
  | { readonly kind: 'editor'; readonly action: string }
  /** The browser does not give it to a page. */
  | { readonly kind: 'browser' }
  /** It would be typed into a text. */
  | { readonly kind: 'typing' }

/** What a browser keeps for itself. */
const browserShortcuts = ['T', 'N', 'W', 'Q', 'Shift+T', 'Shift+N', 'Shift+W', 'Tab', 'Shift+Tab']

export interface ShortcutSurroundings {
  readonly commands: readonly Command[]
  /** Of the editor, with what each does. */
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
  if (isInBrowser && browserShortcuts.some(keys => isIt(`Mod+${keys}`))) return { kind: 'browser' }
  const action = editorShortcuts.find(other => isIt(other.shortcut))
  if (action !== undefined) return { kind: 'editor', action: action.name }
  const command = commands.find(other => other.id !== commandId && isIt(other.shortcut))
  return command === undefined ? undefined : { kind: 'taken', command }
}
