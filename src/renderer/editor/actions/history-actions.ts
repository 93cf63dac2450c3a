import { Redo2, Undo2 } from 'lucide-react'
import type { EditorAction } from './editor-action'

/** Back and forth in what was done. */
export const historyActions: readonly EditorAction[] = [
  {
    id: 'undo',
    icon: Undo2,
    shortcut: 'Mod-z',
    isEnabled: editor => editor.can().undo(),
    run: editor => editor.chain().focus().undo().run(),
  },
  {
    id: 'redo',
    icon: Redo2,
    shortcut: 'Mod-Shift-z',
    isEnabled: editor => editor.can().redo(),
    run: editor => editor.chain().focus().redo().run(),
  },
]
