/** The most before and after the place, in UTF-16 units. */
const contextLength = 200

/** The line around a place in a text; of a long line what is near, from word to word. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const lineEnd = nextLine < 0 ? text.length : nextLine
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd)
  return `${lastWords(before)}${text.slice(start, end)}${firstWords(after)}`.trim()
}

function lastWords(text: string): string {
  if (text.length <= contextLength) return text
  const cut = text.slice(-contextLength)
  // Chinese has no spaces: there it is cut between any two characters.
  return `…${cut.slice(cut.search(/\s/) + 1)}`
}

function firstWords(text: string): string {
  if (text.length <= contextLength) return text
  const cut = text.slice(0, contextLength)
  const space = /\s\S*$/.exec(cut)?.index ?? cut.length
  return `${cut.slice(0, space)}…`
}
