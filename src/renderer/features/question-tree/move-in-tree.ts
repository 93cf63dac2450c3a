import type { TreeRow } from './tree-rows'

export type TreeMove =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold'; readonly key: string; readonly isFolded: boolean }
  | { readonly kind: 'edit' }

interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key does in the tree, by the rules for trees of WAI-ARIA; undefined for keys that do nothing. */
export function moveInTree(rows: readonly TreeRow[], active: number, event: KeyPress): TreeMove | undefined {
  const row = rows[active]
  if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined
  switch (event.key) {
    case 'ArrowDown':
      return go(rows, active + 1)
    case 'ArrowUp':
      return go(rows, active - 1)
    case 'Home':
      return go(rows, 0)
    case 'End':
      return go(rows, rows.length - 1)
    case 'PageDown':
      return go(rows, Math.min(rows.length - 1, active + 10))
    case 'PageUp':
      return go(rows, Math.max(0, active - 10))
    case 'ArrowRight':
      return row.kind === 'question' || row.isOpen
        ? go(rows, active + 1)
        : { kind: 'fold', key: row.key, isFolded: false }
    case 'ArrowLeft':
      if (row.kind !== 'question' && row.isOpen) return { kind: 'fold', key: row.key, isFolded: true }
      return go(
        rows,
        rows.findIndex(other => other.key === row.parentKey),
      )
    case 'Enter':
      return row.kind === 'question' ? { kind: 'edit' } : { kind: 'fold', key: row.key, isFolded: row.isOpen }
    default:
      return event.key.length === 1 && event.key !== ' ' ? typeAhead(rows, active, event.key) : undefined
  }
}

function go(rows: readonly TreeRow[], index: number): TreeMove | undefined {
  return rows[index] === undefined ? undefined : { kind: 'go', index }
}

/** The next row that starts with the letter, or whose number does. */
function typeAhead(rows: readonly TreeRow[], active: number, letter: string): TreeMove | undefined {
  const order = rows.map((_row, offset) => (active + 1 + offset) % rows.length)
  const index = order.find(candidate => {
    const row = rows[candidate]
    return row !== undefined && labelOf(row).toLowerCase().startsWith(letter.toLowerCase())
  })
  return index === undefined ? undefined : { kind: 'go', index }
}

function labelOf(row: TreeRow): string {
  if (row.kind === 'question') return row.item.text
  return row.kind === 'section' ? row.section.title : row.list.title
}
