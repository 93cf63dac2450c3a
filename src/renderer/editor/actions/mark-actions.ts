import { Bold, Code, Italic, Strikethrough } from 'lucide-react'
import type { EditorAction } from './editor-action'

/** What is done to words. */
export const markActions: readonly EditorAction[] = [
  {
    id: 'bold',
    icon: Bold,
    shortcut: 'Mod-b',
    toggles: ['bold'],
    run: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: Italic,
    shortcut: 'Mod-i',
    toggles: ['italic'],
    run: editor => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'strike',
    icon: Strikethrough,
    shortcut: 'Mod-Shift-s',
    toggles: ['strike'],
    run: editor => editor.chain().focus().toggleStrike().run(),
  },
  {
    id: 'code',
    icon: Code,
    shortcut: 'Mod-e',
    toggles: ['code'],
    run: editor => editor.chain().focus().toggleCode().run(),
  },
]
