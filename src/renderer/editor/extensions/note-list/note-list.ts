import type { Attributes } from '@tiptap/core'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'

/** Whether blank lines stand between the items of a list, or between the blocks of an item. */
const spread: Attributes = { spread: { default: false, rendered: false } }

/** Lists whose items may begin with any block, as they may in Markdown. */
export const noteLists = [
  BulletList.extend({
    addAttributes: () => spread,
  }),
  OrderedList.extend({
    addAttributes: () => ({
      ...spread,
      start: {
        default: 1,
        parseHTML: element => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 0,
        renderHTML: attributes => (attributes['start'] === 1 ? {} : { start: attributes['start'] as number }),
      },
    }),
    renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  }),
  ListItem.extend({
    content: 'block+',
    addAttributes: () => spread,
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        Enter: () => !isInCode(this.editor) && this.editor.commands.splitListItem(this.name),
      }
    },
  }),
  TaskList.extend({
    addAttributes: () => spread,
  }),
  TaskItem.extend({
    content: 'block+',
    addAttributes() {
      return { ...this.parent?.(), ...spread }
    },
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        Enter: () => !isInCode(this.editor) && this.editor.commands.splitListItem(this.name),
      }
    },
  }).configure({ nested: true }),
]

function isInCode(editor: { readonly state: { selection: { $from: { parent: ParentNode } } } }): boolean {
  return editor.state.selection.$from.parent.type.spec.code === true
}

interface ParentNode {
  readonly type: { readonly spec: { readonly code?: boolean } }
}
