import { type CommandProps, getNodeType } from '@tiptap/core'
import { type Node as ProseMirrorNode, NodeRange } from '@tiptap/pm/model'
import type { Command, Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'
import { besideTitle } from '../callout/callout-title'
import { isItem, isList } from './list-nodes'
import { isListOf, itemNameOf, type ListName } from './whole-lists'

/** Makes lists of a kind of what is selected; where all of it is one already, its items leave it. */
export function toggleLists(name: ListName): (props: CommandProps) => boolean {
  return besideTitle(
    ({ commands, state, dispatch }) =>
      changeLists(name)(state, dispatch) || commands.toggleList(name, itemNameOf(name)),
  )
}

/**
 * Gives the lists of the selection another kind, the blocks beside them too, as one list; a list of that kind that is selected
 * from outside of it is taken apart. Not for one block that is no list, nor for a selection within a list of that kind.
 */
export function changeLists(name: ListName): Command {
  return (state, dispatch) => {
    const selected = state.selection.$from.blockRange(state.selection.$to)
    if (selected === null) return false
    const range = rangeOfLists(selected)
    const blocks = range.parent.children.slice(range.startIndex, range.endIndex)
    const [first, ...others] = blocks
    const isDone = first !== undefined && others.length === 0 && isListOf(first, name)
    const isSimple = !blocks.some(isList) && selected.endIndex - selected.startIndex === 1
    if (first === undefined || isSimple || (isDone && selected.depth > range.depth)) return false
    if (!canHold(range, name)) return false
    if (dispatch === undefined) return true
    const { tr } = state
    if (isDone) tr.replaceWith(range.start, range.end, blocks.flatMap(contentOfItems))
    else changeBlocks(tr, range, name)
    dispatch(tr.scrollIntoView())
    return true
  }
}

function canHold({ parent, startIndex, endIndex }: NodeRange, name: ListName): boolean {
  return parent.canReplaceWith(startIndex, endIndex, getNodeType(name, parent.type.schema))
}

function contentOfItems(list: ProseMirrorNode): ProseMirrorNode[] {
  return list.children.flatMap(item => item.children)
}

/** Within one list it is that list as a whole; else all blocks of the selection but empty ones at its ends. */
function rangeOfLists({ $from, parent, depth, startIndex, endIndex }: NodeRange): NodeRange {
  const { doc } = $from
  const listDepth = isList(parent) ? depth : isItem(parent) ? depth - 1 : 0
  if (listDepth > 0) {
    return new NodeRange(
      doc.resolve($from.before(listDepth)),
      doc.resolve($from.after(listDepth)),
      listDepth - 1,
    )
  }
  const filled = parent.children.slice(startIndex, endIndex).map(block => !isEmptyParagraph(block))
  const first = startIndex + Math.max(filled.indexOf(true), 0)
  const end = startIndex + filled.lastIndexOf(true) + 1
  const at = (index: number) => doc.resolve($from.posAtIndex(index, depth))
  return new NodeRange(at(first), at(Math.max(first, end)), depth)
}

/** From the last to the first, so that the places of those before stay. */
function changeBlocks(
  tr: Transaction,
  { parent, startIndex, endIndex, $from, start }: NodeRange,
  name: ListName,
): void {
  for (let index = endIndex - 1; index >= startIndex; index -= 1) {
    const position = $from.posAtIndex(index)
    const block = parent.child(index)
    if (isList(block)) changeList(tr, block, position, name)
    else wrapBlock(tr, block, position, name)
    joinAt(tr, position + (tr.doc.nodeAt(position)?.nodeSize ?? 0))
  }
  joinAt(tr, start)
}

function changeList(tr: Transaction, list: ProseMirrorNode, position: number, name: ListName): void {
  const { schema } = list.type
  const spread: unknown = list.attrs['spread']
  // A list of tasks can hold nothing else while its items change, and the others can.
  const between = list.type.name === 'taskList' ? 'bulletList' : list.type.name
  if (between !== list.type.name) tr.setNodeMarkup(position, getNodeType(between, schema), { spread })
  const itemType = getNodeType(itemNameOf(name), schema)
  list.forEach((item, offset) => {
    if (item.type !== itemType)
      tr.setNodeMarkup(position + 1 + offset, itemType, { spread: item.attrs['spread'] })
  })
  if (between !== name) tr.setNodeMarkup(position, getNodeType(name, schema), { spread })
}

function wrapBlock(tr: Transaction, block: ProseMirrorNode, position: number, name: ListName): void {
  const { schema } = block.type
  const [$start, $end] = [tr.doc.resolve(position), tr.doc.resolve(position + block.nodeSize)]
  const wrappers = [name, itemNameOf(name)].map(each => ({ type: getNodeType(each, schema) }))
  tr.wrap(new NodeRange($start, $end, $start.depth), wrappers)
}

function joinAt(tr: Transaction, position: number): void {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(position)
  if (nodeBefore?.type === nodeAfter?.type && canJoin(tr.doc, position)) tr.join(position)
}

function isEmptyParagraph({ type, content }: ProseMirrorNode): boolean {
  return type.name === 'paragraph' && content.size === 0
}
