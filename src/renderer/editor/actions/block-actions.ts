import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import {
  CircleQuestionMark,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Lightbulb,
  List,
  ListOrdered,
  ListTodo,
  ListTree,
  type LucideIcon,
  MessageSquareText,
  Pilcrow,
  Sigma,
  SquareCode,
  TextQuote,
  TriangleAlert,
  Zap,
} from 'lucide-react'
import type { CalloutType } from '../../../shared/domain/markdown/callout-types'
import type { EditorAction, EditorActionId } from './editor-action'

const paragraph: EditorAction = {
  id: 'paragraph',
  icon: Pilcrow,
  shortcut: 'Mod-Alt-0',
  toggles: ['paragraph'],
  run: editor => editor.chain().focus().clearNodes().run(),
}

const headings: readonly EditorAction[] = [
  heading('heading1', Heading1, 1),
  heading('heading2', Heading2, 2),
  heading('heading3', Heading3, 3),
  heading('heading4', Heading4, 4),
]

/** Lists, quotes and code, as the toolbar has them. */
export const listActions: readonly EditorAction[] = [
  {
    id: 'bulletList',
    icon: List,
    shortcut: 'Mod-Shift-8',
    toggles: ['bulletList'],
    markdown: '-',
    run: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: ListOrdered,
    shortcut: 'Mod-Shift-7',
    toggles: ['orderedList'],
    markdown: '1.',
    run: editor => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'taskList',
    icon: ListTodo,
    shortcut: 'Mod-Shift-9',
    toggles: ['taskList'],
    markdown: '[ ]',
    run: editor => editor.chain().focus().toggleTaskList().run(),
  },
  {
    id: 'quote',
    icon: TextQuote,
    shortcut: 'Mod-Shift-b',
    toggles: ['blockquote'],
    markdown: '>',
    run: editor => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'codeBlock',
    icon: SquareCode,
    shortcut: 'Mod-Alt-c',
    toggles: ['codeBlock'],
    markdown: '```',
    run: editor => editor.chain().focus().toggleCodeBlock().run(),
  },
]

/** Blocks that have no button of their own. */
const otherBlocks: readonly EditorAction[] = [
  {
    id: 'mathBlock',
    icon: Sigma,
    toggles: ['mathBlock'],
    markdown: '$$',
    run: insertMathBlock,
  },
  callout('callout', MessageSquareText, 'note'),
  callout('tip', Lightbulb, 'tip'),
  callout('warning', TriangleAlert, 'warning'),
  callout('danger', Zap, 'danger'),
  callout('questionCallout', CircleQuestionMark, 'question'),
  callout('example', ListTree, 'example'),
]

/** What the block at the caret can be made. */
export const blockActions: readonly EditorAction[] = [paragraph, ...headings, ...listActions, ...otherBlocks]

function heading(id: EditorActionId, icon: LucideIcon, level: 1 | 2 | 3 | 4): EditorAction {
  return {
    id,
    icon,
    shortcut: `Mod-Alt-${level}`,
    toggles: ['heading', { level }],
    markdown: '#'.repeat(level),
    run: editor => editor.chain().focus().setHeading({ level }).run(),
  }
}

function callout(id: EditorActionId, icon: LucideIcon, type: CalloutType): EditorAction {
  return { id, icon, markdown: `> [!${type}]`, run: editor => insertCallout(editor, type) }
}

/** Words are no formula: below them a new block begins. */
function insertMathBlock(editor: Editor): void {
  const { $from } = editor.state.selection
  const { type, content } = $from.parent
  if ($from.depth === 0 || content.size === 0 || type.spec.code === true) {
    editor.chain().focus().setNode('mathBlock').run()
    return
  }
  const position = $from.after()
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      tr.insert(position, state.schema.node('mathBlock'))
      tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView()
      return true
    })
    .run()
}

/** A quote whose first line names its type; what the block at the caret says goes into it. */
function insertCallout(editor: Editor, type: CalloutType): void {
  editor
    .chain()
    .focus()
    .command(({ tr, commands, state }) => {
      if (!commands.wrapIn('blockquote')) return false
      const { $from } = tr.selection
      const { parent } = $from
      if (parent.type.name === 'paragraph') {
        tr.insertText(parent.content.size === 0 ? `[!${type}] ` : `[!${type}]\n`, $from.start())
      } else {
        tr.insert($from.before(), state.schema.node('paragraph', null, [state.schema.text(`[!${type}]`)]))
      }
      return true
    })
    .run()
}
