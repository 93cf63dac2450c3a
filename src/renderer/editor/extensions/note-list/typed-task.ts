import { getNodeType, InputRule, type Range } from '@tiptap/core'
import { inputRegex as typedBox } from '@tiptap/extension-list'
import type { Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'
import { isItem } from './list-nodes'

/** A box at the beginning of an item makes a task of it; anywhere else TipTap's rule begins a list of tasks. */
export function createTaskRule(): InputRule {
  return new InputRule({
    find: typedBox,
    handler: ({ state, range, match }) => {
      if (!checkItem(state.tr, range, match.at(-1) === 'x')) return null
    },
  })
}

/** Makes the item at whose beginning the box stands a task, and its list one of tasks if it has no other items. */
export function checkItem(tr: Transaction, box: Range, checked: boolean): boolean {
  const $box = tr.doc.resolve(box.from)
  const depth = $box.depth - 1
  const isFirst = depth > 0 && isItem($box.node(depth)) && $box.index(depth) === 0
  if (!isFirst || $box.parent.type.name !== 'paragraph') return false
  const { schema } = tr.doc.type
  const position = $box.before(depth)
  tr.delete(box.from, box.to)
  tr.setNodeMarkup(position, getNodeType('taskItem', schema), { ...$box.node(depth).attrs, checked })
  const list = tr.doc.resolve(position).parent
  if (list.type.name !== 'bulletList' || list.children.some(item => item.type.name !== 'taskItem'))
    return true
  const start = $box.before(depth - 1)
  tr.setNodeMarkup(start, getNodeType('taskList', schema), list.attrs)
  const isAfterTasks = tr.doc.resolve(start).nodeBefore?.type.name === 'taskList'
  if (isAfterTasks && canJoin(tr.doc, start)) tr.join(start)
  return true
}
