import type { Editor } from '@tiptap/core'
import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  Redo2,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
  Undo2,
} from 'lucide-react'

type ToolbarActionId =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'bulletList'
  | 'orderedList'
  | 'taskList'
  | 'quote'
  | 'codeBlock'
  | 'table'
  | 'rule'
  | 'undo'
  | 'redo'

/** Something that a button of the toolbar does. `id` names its words under `editor.toolbar`. */
export interface ToolbarAction {
  readonly id: ToolbarActionId
  readonly icon: LucideIcon
  /** In TipTap's notation, such as `Mod-b`. */
  readonly shortcut?: string
  /** The mark or node that the button switches on and off. */
  readonly toggles?: string
  readonly isEnabled?: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

const emphasis: readonly ToolbarAction[] = [
  {
    id: 'bold',
    icon: Bold,
    shortcut: 'Mod-b',
    toggles: 'bold',
    run: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: Italic,
    shortcut: 'Mod-i',
    toggles: 'italic',
    run: editor => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'strike',
    icon: Strikethrough,
    shortcut: 'Mod-Shift-s',
    toggles: 'strike',
    run: editor => editor.chain().focus().toggleStrike().run(),
  },
  {
    id: 'code',
    icon: Code,
    shortcut: 'Mod-e',
    toggles: 'code',
    run: editor => editor.chain().focus().toggleCode().run(),
  },
]

const blocks: readonly ToolbarAction[] = [
  {
    id: 'bulletList',
    icon: List,
    shortcut: 'Mod-Shift-8',
    toggles: 'bulletList',
    run: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: ListOrdered,
    shortcut: 'Mod-Shift-7',
    toggles: 'orderedList',
    run: editor => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'taskList',
    icon: ListTodo,
    shortcut: 'Mod-Shift-9',
    toggles: 'taskList',
    run: editor => editor.chain().focus().toggleTaskList().run(),
  },
  {
    id: 'quote',
    icon: TextQuote,
    shortcut: 'Mod-Shift-b',
    toggles: 'blockquote',
    run: editor => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'codeBlock',
    icon: SquareCode,
    shortcut: 'Mod-Alt-c',
    toggles: 'codeBlock',
    run: editor => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    id: 'table',
    icon: Table,
    isEnabled: editor => !editor.isActive('table'),
    run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'rule',
    icon: Minus,
    run: editor => editor.chain().focus().setHorizontalRule().run(),
  },
]

const history: readonly ToolbarAction[] = [
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

/** The toolbar's plain buttons. */
export const toolbarActions = { emphasis, blocks, history } as const
