import { lazyPart } from '../state/lazy-part'
import { HighlightedText } from '../ui/highlighted-text'

export interface HighlightedTitleProps {
  /** As plain text, which may have the TeX of formulas in it. */
  readonly title: string
  /** Sorted ranges of it, in UTF-16 units. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
  /** The Markdown that the title was made of, where it is known. */
  readonly markdown: string | undefined
}

const TitleWithFormulas = lazyPart(
  async () => (await import('./title-with-formulas')).TitleWithFormulas,
  ({ title, ranges }) => <HighlightedText text={title} ranges={ranges} />,
)

/** A title with some of it marked, its formulas set; one of which a part is marked is marked whole. */
export function HighlightedTitle({ title, ranges, markdown }: HighlightedTitleProps) {
  return markdown?.includes('$') === true ? (
    <TitleWithFormulas title={title} ranges={ranges} markdown={markdown} />
  ) : (
    <HighlightedText text={title} ranges={ranges} />
  )
}
