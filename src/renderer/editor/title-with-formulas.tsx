import { plainInlineParts } from '../../shared/domain/markdown/parse-markdown'
import { HighlightedText } from '../ui/highlighted-text'
import { Formula } from './formula'
import type { HighlightedTitleProps } from './highlighted-title'

/** A title that has formulas, with some of it marked. */
export function TitleWithFormulas({
  title,
  ranges,
  markdown,
}: HighlightedTitleProps & { readonly markdown: string }) {
  const parts = plainInlineParts(markdown)
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
