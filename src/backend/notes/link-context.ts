const contextLength = 200

/** The line of a text around a place in it; of a very long line a piece. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - contextLength)
  const lineEnd = text.indexOf('\n', end)
  return text.slice(lineStart, Math.min(lineEnd < 0 ? text.length : lineEnd, end + contextLength)).trim()
}
