import { getNodeType } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, type Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import { readCallout } from '../callout/find-callouts'
import { isItem, isList } from '../note-list/list-nodes'

export interface DroppedBlock {
  readonly slice: Slice
  /** Where it was dropped. */
  readonly position: number
  /** What is taken away, being moved; `undefined` for a copy. */
  readonly moved: Selection | undefined
}

/**
 * Puts a block between the items of a list as an item of its own, a list as its items, and a block that would come to
 * stand before a callout's title before the callout. `undefined` where ProseMirror's own way is right.
 */
export function dropBlock(state: EditorState, dropped: DroppedBlock): Transaction | undefined {
  const { slice, moved } = dropped
  const { doc, tr } = state
  const isWhole = slice.openStart === 0 && slice.openEnd === 0 && slice.content.firstChild?.isBlock === true
  if (!isWhole || (moved !== undefined && !(moved instanceof NodeSelection))) return undefined
  const isBetweenItems = isList(doc.resolve(dropped.position).parent)
  const point = (isBetweenItems ? null : dropPoint(doc, dropped.position, slice)) ?? dropped.position
  const target = outerPoint(doc, point)
  if (target === point && !isList(doc.resolve(point).parent)) return undefined
  if (moved !== undefined && target >= moved.from && target <= moved.to) return tr
  moved?.replace(tr)
  const position = tr.mapping.map(target)
  const { parent } = tr.doc.resolve(position)
  const blocks = slice.content.content.map(block => (moved ? block : block.copy(block.content)))
  tr.insert(
    position,
    Fragment.from(isList(parent) ? blocks.flatMap(block => itemsOf(block, parent)) : blocks),
  )
  return tr.setSelection(
    isList(parent) ? Selection.near(tr.doc.resolve(position + 1)) : NodeSelection.create(tr.doc, position),
  )
}

/** From the edge of an item to that of the item itself, and from before a callout's title to before the callout. */
function outerPoint(doc: ProseMirrorNode, point: number): number {
  const $point = doc.resolve(point)
  const { parent, depth } = $point
  if (depth === 0) return point
  const [isFirst, isLast] = [$point.index() === 0, $point.index() === parent.childCount]
  const isBeforeTitle = isFirst && readCallout(parent, $point.before()) !== undefined
  if (isBeforeTitle || (isItem(parent) && isFirst)) return outerPoint(doc, $point.before())
  return isItem(parent) && isLast ? $point.after() : point
}

function itemsOf(block: ProseMirrorNode, { type }: ProseMirrorNode): readonly ProseMirrorNode[] {
  const { schema } = type
  const itemType = getNodeType(type.name === 'taskList' ? 'taskItem' : 'listItem', schema)
  if (!isList(block)) return [itemType.create(null, block)]
  const fits = (item: ProseMirrorNode) => type.contentMatch.matchType(item.type) !== null
  return block.children.map(item => (fits(item) ? item : itemType.create(item.attrs, item.content)))
}
