import { Fragment, type ResolvedPos } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'

/**
 * Moves the block at the caret past its neighbour: an item within its list, a row within its table, else what stands at
 * the top level. The selection goes with it.
 */
export function moveBlock(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const tr = movedBlock(state, direction)
    if (tr !== undefined) dispatch?.(tr.scrollIntoView())
    return tr !== undefined
  }
}

function movedBlock(state: EditorState, direction: 'up' | 'down'): Transaction | undefined {
  const { $from, $to } = state.selection
  const depth = movableDepth($from, direction)
  if (depth === undefined) return undefined
  const start = $from.start(depth - 1)
  const first = $from.index(depth - 1)
  const last = $to.depth >= depth && $to.start(depth - 1) === start ? $to.index(depth - 1) : first
  return movedChildren(state, { start, first, last, direction })
}

/** The depth of the innermost item or row, else of the top-level block, that has a neighbour on that side. */
function movableDepth($from: ResolvedPos, direction: 'up' | 'down'): number | undefined {
  for (let depth = $from.depth; depth >= 1; depth -= 1) {
    const isItem = /^(?:listItem|taskItem|tableRow)$/.test($from.node(depth).type.name)
    if (!isItem && depth !== 1) continue
    const index = $from.index(depth - 1)
    const siblings = $from.node(depth - 1).childCount
    if (direction === 'up' ? index > 0 : index < siblings - 1) return depth
  }
  return $from.depth === 0 && $from.nodeAfter !== null ? 1 : undefined
}

interface Move {
  /** Where the content of the parent starts. */
  readonly start: number
  readonly first: number
  readonly last: number
  readonly direction: 'up' | 'down'
}

function movedChildren(state: EditorState, { start, first, last, direction }: Move): Transaction | undefined {
  const parent = state.doc.resolve(start).parent
  const [from, to] = direction === 'up' ? [first - 1, last] : [first, last + 1]
  if (from < 0 || to >= parent.childCount) return undefined
  const children = parent.children.slice(from, to + 1)
  const moved = direction === 'up' ? children.slice(1) : children.slice(0, -1)
  const neighbour = direction === 'up' ? children[0] : children.at(-1)
  if (neighbour === undefined) return undefined
  const position = state.doc.resolve(start).posAtIndex(from)
  const end = position + children.reduce((size, child) => size + child.nodeSize, 0)
  const content = direction === 'up' ? [...moved, neighbour] : [neighbour, ...moved]
  const shift = direction === 'up' ? -neighbour.nodeSize : neighbour.nodeSize
  const { anchor, head } = state.selection
  const tr = state.tr.replaceWith(position, end, Fragment.from(content))
  const isNode = state.selection instanceof NodeSelection
  return tr.setSelection(
    isNode
      ? NodeSelection.create(tr.doc, state.selection.from + shift)
      : TextSelection.between(tr.doc.resolve(anchor + shift), tr.doc.resolve(head + shift)),
  )
}
