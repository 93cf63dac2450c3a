import type { TypedPrefix } from './typed-prefix'

/** A visible line of a tree; `isOpen` only of one that can be folded. */
export interface TreeLine {
  readonly key: string
  readonly parentKey: string | undefined
  readonly isOpen?: boolean
}

export type TreeMove =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold'; readonly key: string; readonly isFolded: boolean }
  | { readonly kind: 'edit' }

interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly timeStamp: number
}

interface LineSearch<Line> {
  /** The words by which typing finds a line. */
  readonly labelOf: (line: Line) => string
  readonly typed: TypedPrefix
}

/**
 * What a key does in a tree, by the rules for trees of WAI-ARIA; undefined for keys that do nothing. `active` is the index of
 * the active row, or lies between two where what is active has none.
 */
export function moveInTree<Line extends TreeLine>(
  rows: readonly Line[],
  active: number,
  event: KeyPress,
  { labelOf, typed }: LineSearch<Line>,
): TreeMove | undefined {
  const row = rows[active]
  const next = Math.floor(active + 1)
  if (rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return undefined
  switch (event.key) {
    case 'ArrowDown':
      return go(rows, next)
    case 'ArrowUp':
      return go(rows, Math.ceil(active - 1))
    case 'Home':
      return go(rows, 0)
    case 'End':
      return go(rows, rows.length - 1)
    case 'PageDown':
      return go(rows, Math.min(rows.length - 1, next + 9))
    case 'PageUp':
      return go(rows, Math.max(0, Math.ceil(active - 10)))
    case 'ArrowRight':
      return row?.isOpen === false ? { kind: 'fold', key: row.key, isFolded: false } : go(rows, next)
    case 'ArrowLeft':
      if (row?.isOpen === true) return { kind: 'fold', key: row.key, isFolded: true }
      return go(
        rows,
        rows.findIndex(other => other.key === row?.parentKey),
      )
    case 'Enter':
      return row?.isOpen === undefined
        ? { kind: 'edit' }
        : { kind: 'fold', key: row.key, isFolded: row.isOpen }
    default:
      return event.key.length === 1 ? typeAhead(rows.map(labelOf), active, typed.add(event)) : undefined
  }
}

/** The lines above and below one that an arrow key would go to next; folded and unfolded ones apart. */
export function linesAround<Line extends TreeLine>(rows: readonly Line[], index: number): Line[] {
  return [-1, 1].flatMap(step => {
    let at = index + step
    while (rows[at]?.isOpen !== undefined) at += step
    return rows[at] ?? []
  })
}

function go(rows: readonly TreeLine[], index: number): TreeMove | undefined {
  return rows[index] === undefined ? undefined : { kind: 'go', index }
}

/** The next line that starts with what is typed; more than one letter may be of the active one. The same letter again goes on. */
function typeAhead(labels: readonly string[], active: number, typed: string): TreeMove | undefined {
  const [letter = ''] = typed
  if (letter === '') return undefined
  const find = (prefix: string): number | undefined => {
    const first = prefix.length > 1 ? Math.ceil(active) : Math.floor(active + 1)
    const order = labels.map((_label, offset) => (first + offset) % labels.length)
    return order.find(candidate => labels[candidate]?.toLowerCase().startsWith(prefix))
  }
  const isRepeated = typed === letter.repeat(typed.length)
  const index = find(typed) ?? (isRepeated ? find(letter) : undefined)
  return index === undefined ? undefined : { kind: 'go', index }
}
