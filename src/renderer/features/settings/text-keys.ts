/** What the keys of every text field do. */
export type TextAction =
  'copy' | 'cut' | 'paste' | 'pasteAsText' | 'selectAll' | 'redo' | 'moveCaret' | 'extendSelection' | 'delete'

const both = (keys: readonly string[]): string[] => keys.flatMap(key => [`Mod+${key}`, `Alt+${key}`])
const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']

const keysOf: Readonly<Record<TextAction, readonly string[]>> = {
  copy: ['Mod+C', 'Mod+Insert'],
  cut: ['Mod+X'],
  paste: ['Mod+V'],
  pasteAsText: ['Mod+Shift+V', 'Mod+Alt+Shift+V'],
  selectAll: ['Mod+A'],
  redo: ['Mod+Y'],
  // Those with Alt go from question to question, wherever the caret is.
  moveCaret: moving.map(key => `Mod+${key}`),
  extendSelection: moving.map(key => `Mod+Shift+${key}`),
  delete: both(['Backspace', 'Delete', 'Shift+Backspace', 'Shift+Delete']),
}

/** Shortcuts that no command may take from writing, as commands write them; Mod is Ctrl, or Cmd on a Mac. */
export const textKeys: readonly { readonly action: TextAction; readonly shortcut: string }[] = (
  Object.keys(keysOf) as TextAction[]
).flatMap(action => keysOf[action].map(shortcut => ({ action, shortcut })))
