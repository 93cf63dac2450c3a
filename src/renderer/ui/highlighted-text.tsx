export interface HighlightedTextProps {
  readonly text: string
  /** Sorted ranges in UTF-16 units. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
}

/** Text with some of it marked. */
export function HighlightedText({ text, ranges }: HighlightedTextProps) {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start < at) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
