import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { findCell, isInTable, selectedRect, selectionCell, TableMap } from '@tiptap/pm/tables'

/** How a column is aligned; `null` leaves it to the reader. */
export type ColumnAlignment = 'left' | 'center' | 'right' | null

/** The table that the selection is in, and which part of it is selected. */
export interface TablePlace {
  /** The position before the table. */
  readonly position: number
  readonly rows: number
  readonly columns: number
  /** Indices from 0; `bottom` and `right` are behind the last. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Of the first selected column. */
  readonly alignment: ColumnAlignment
}

/** Where in a table the selection is; `undefined` outside of tables. */
export function tablePlace(state: EditorState): TablePlace | undefined {
  if (!isInTable(state)) return undefined
  const { map, table, tableStart, top, bottom, left, right } = selectedRect(state)
  const alignment = table.firstChild?.maybeChild(left)?.attrs['align'] as ColumnAlignment | undefined
  const size = { rows: map.height, columns: map.width }
  return { position: tableStart - 1, ...size, top, bottom, left, right, alignment: alignment ?? null }
}

/** Aligns the selected columns. */
export function alignColumns(alignment: ColumnAlignment): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const { map, tableStart, left, right } = selectedRect(state)
    const { tr } = state
    for (const cell of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
      tr.setNodeAttribute(tableStart + cell, 'align', alignment)
    }
    dispatch?.(tr)
    return true
  }
}

/** Moves the selected columns past the one beside them; the caret goes with them. */
export function moveColumns(direction: 'left' | 'right'): Command {
  return (state, dispatch) => {
    const tr = movedColumns(state, direction)
    if (tr !== undefined) dispatch?.(tr.scrollIntoView())
    return tr !== undefined
  }
}

function movedColumns(state: EditorState, direction: 'left' | 'right'): Transaction | undefined {
  if (!isInTable(state)) return undefined
  const { map, table, tableStart, left, right } = selectedRect(state)
  const [from, to] = direction === 'left' ? [left - 1, right] : [left, right + 1]
  if (from < 0 || to > map.width) return undefined
  const rows = table.children.map(row =>
    row.copy(Fragment.from(rotated(row.children, { from, to, direction }))),
  )
  const cell = selectionCell(state)
  const { top, left: column } = findCell(cell)
  const shift = direction === 'left' ? -1 : 1
  const moved = table.copy(Fragment.from(rows))
  const start = tableStart + TableMap.get(moved).positionAt(top, column + shift, moved)
  const caret = start + Math.max(1, state.selection.head - cell.pos)
  const tr = state.tr.replaceWith(tableStart, tableStart + table.content.size, rows)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(caret)))
}

interface Rotation {
  readonly from: number
  /** Behind the last. */
  readonly to: number
  readonly direction: 'left' | 'right'
}

function rotated(cells: readonly ProseMirrorNode[], { from, to, direction }: Rotation): ProseMirrorNode[] {
  const part = cells.slice(from, to)
  const [first, last] = [part[0], part.at(-1)]
  if (first === undefined || last === undefined) return [...cells]
  const turned = direction === 'left' ? [...part.slice(1), first] : [last, ...part.slice(0, -1)]
  return [...cells.slice(0, from), ...turned, ...cells.slice(to)]
}
