import type { AnyExtension, Attributes, Editor } from '@tiptap/core'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorContext } from '../../editor-context'
import { toggleLists } from './change-lists'
import { ListKeys } from './list-keys'
import { createTaskRule } from './typed-task'

/** Whether blank lines stand between the items of a list, or between the blocks of an item. */
const spread: Attributes = { spread: { default: false, rendered: false } }

/** Lists whose items may begin with any block, as they may in Markdown. */
export function createNoteLists({ translate }: EditorContext): AnyExtension[] {
  const a11y = {
    checkboxLabel: (item: ProseMirrorNode) => translate('editor.task.check', { text: item.textContent }),
  }
  return [
    ...plainLists,
    NoteTaskItem.configure({ nested: true, a11y, HTMLAttributes: { 'data-type': 'taskItem' } }),
    ListKeys,
  ]
}

/** A list runs in the direction of its first letter. */
const direction = { dir: 'auto' }

/** In Markdown, any item of any list can be a task. */
const mixedItems = '(listItem | taskItem)+'

const plainLists: AnyExtension[] = [
  BulletList.extend({
    content: mixedItems,
    addAttributes: () => spread,
    addCommands: () => ({ toggleBulletList: () => toggleLists('bulletList') }),
  }).configure({ HTMLAttributes: direction }),
  OrderedList.extend({
    content: mixedItems,
    addAttributes: () => ({
      ...spread,
      start: {
        default: 1,
        parseHTML: element => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 0,
        renderHTML: attributes => (attributes['start'] === 1 ? {} : { start: attributes['start'] as number }),
      },
    }),
    addCommands: () => ({ toggleOrderedList: () => toggleLists('orderedList') }),
    renderHTML: ({ HTMLAttributes }) => ['ol', { ...HTMLAttributes, ...direction }, 0],
  }),
  ListItem.extend({
    content: 'block+',
    addAttributes: () => spread,
    addKeyboardShortcuts() {
      return {
        Enter: () => !isInCode(this.editor) && this.editor.commands.splitListItem(this.name),
      }
    },
  }),
  TaskList.extend({
    addAttributes: () => spread,
    addCommands: () => ({ toggleTaskList: () => toggleLists('taskList') }),
  }).configure({ HTMLAttributes: direction }),
]

const NoteTaskItem = TaskItem.extend({
  content: 'block+',
  addAttributes() {
    return { ...this.parent?.(), ...spread }
  },
  addInputRules() {
    return [createTaskRule(), ...(this.parent?.() ?? [])]
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => !isInCode(this.editor) && this.editor.commands.splitListItem(this.name),
    }
  },
})

function isInCode(editor: Editor): boolean {
  return editor.state.selection.$from.parent.type.spec.code === true
}
