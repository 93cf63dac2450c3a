import { Bold, Code, Highlighter, Italic, Strikethrough, Subscript, Superscript } from 'lucide-react'
import type { EditorAction } from './editor-action'

/** What is done to words; the toolbar has these. */
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
  {
    id: 'highlight',
    icon: Highlighter,
    shortcut: 'Mod-Shift-h',
    toggles: ['highlight'],
    run: editor => editor.chain().focus().toggleMark('highlight').run(),
  },
]

/** All that can be done to words. */
export const allMarkActions: readonly EditorAction[] = [
  ...markActions,
  {
    id: 'subscript',
    icon: Subscript,
    shortcut: 'Mod-,',
    toggles: ['subscript'],
    run: editor => editor.chain().focus().toggleMark('subscript').run(),
  },
  {
    id: 'superscript',
    icon: Superscript,
    shortcut: 'Mod-.',
    toggles: ['superscript'],
    run: editor => editor.chain().focus().toggleMark('superscript').run(),
  },
]
