import type { MergePart } from '../../../shared/domain/merge/merge-texts'
import { textLines } from '../../../shared/domain/merge/text-lines'

/** What the view of a merge shows in one row. `index` is that of the part. */
export type MergeRow =
  | { readonly kind: 'same'; readonly index: number; readonly text: string }
  /** Lines that both have and that are far from any difference. */
  | { readonly kind: 'folded'; readonly index: number; readonly text: string; readonly lines: number }
  | {
      readonly kind: 'difference'
      readonly index: number
      /** Counted from 1. */
      readonly number: number
      readonly part: Extract<MergePart, { kind: 'difference' }>
    }

const shownAround = 3
const leastFolded = 4

/** The rows of a merge; of long stretches that both versions have, only what is beside a difference. */
export function mergeRows(parts: readonly MergePart[]): MergeRow[] {
  let count = 0
  return parts.flatMap((part, index): MergeRow[] => {
    if (part.kind === 'difference') return [{ kind: 'difference', index, number: (count += 1), part }]
    const lines = textLines(part.text)
    const top = index === 0 ? 0 : shownAround
    const bottom = index === parts.length - 1 ? 0 : shownAround
    const folded = lines.slice(top, lines.length - bottom)
    if (folded.length < leastFolded) return [{ kind: 'same', index, text: part.text }]
    const same = (from: readonly string[]): MergeRow[] =>
      from.length === 0 ? [] : [{ kind: 'same', index, text: from.join('') }]
    return [
      ...same(lines.slice(0, top)),
      { kind: 'folded', index, text: folded.join(''), lines: folded.length },
      ...same(lines.slice(lines.length - bottom)),
    ]
  })
}
