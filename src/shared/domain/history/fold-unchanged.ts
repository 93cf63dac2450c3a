import type { ComparedLine } from './compare-texts'

/** Lines that are shown, or lines that both texts have and that are folded away. */
export type ComparedPart =
  | { readonly kind: 'lines'; readonly lines: readonly ComparedLine[] }
  | { readonly kind: 'folded'; readonly lines: readonly ComparedLine[] }

/** So many lines around a change stay. */
const contextLines = 3

/** Parts of a comparison: what both texts have is folded, but for some lines around each change. */
export function foldUnchanged(lines: readonly ComparedLine[]): ComparedPart[] {
  const isShown = new Array<boolean>(lines.length).fill(false)
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') isShown.fill(true, Math.max(0, index - contextLines), index + contextLines + 1)
  })
  const parts: { kind: ComparedPart['kind']; lines: ComparedLine[] }[] = []
  lines.forEach((line, index) => {
    const kind = isShown[index] === true ? 'lines' : 'folded'
    const last = parts.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else parts.push({ kind, lines: [line] })
  })
  // To fold away a single line saves nothing.
  return parts.map(part => (part.lines.length === 1 ? { ...part, kind: 'lines' } : part))
}
