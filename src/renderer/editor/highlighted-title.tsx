import { plainInlineParts } from '../../shared/domain/markdown/parse-markdown'
import { HighlightedText } from '../ui/highlighted-text'
import { Formula } from './formula'

export interface HighlightedTitleProps {
  /** As plain text, which may have the TeX of formulas in it. */
  readonly title: string
  /** Sorted ranges of it, in UTF-16 units. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
  /** The Markdown that the title was made of, where it is known. */
  readonly markdown: string | undefined
}

/** A title with some of it marked, its formulas set; one of which a part is marked is marked whole. */
export function HighlightedTitle({ title, ranges, markdown }: HighlightedTitleProps) {
  const parts = markdown?.includes('$') === true ? plainInlineParts(markdown) : []
  // A moment after a change what was found may have another text.
  if (parts.map(({ text }) => text).join('') !== title)
    return <HighlightedText text={title} ranges={ranges} />
  return parts.map(({ kind, text }, index) => {
    const start = parts.slice(0, index).reduce((length, part) => length + part.text.length, 0)
    const inside = rangesWithin(ranges, start, start + text.length)
    if (kind === 'text') return <HighlightedText key={start} text={text} ranges={inside} />
    const formula = <Formula key={start} source={text} />
    return inside.length === 0 ? formula : <mark key={start}>{formula}</mark>
  })
}

/** The parts of ranges that are in a piece of a text, counted from its start. */
function rangesWithin(
  ranges: HighlightedTitleProps['ranges'],
  start: number,
  end: number,
): [start: number, end: number][] {
  return ranges
    .filter(range => range[0] < end && range[1] > start)
    .map(range => [Math.max(range[0], start) - start, Math.min(range[1], end) - start])
}
