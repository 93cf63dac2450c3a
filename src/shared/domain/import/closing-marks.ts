/** `## Title ##` is `## Title`. */
export function withoutClosingMarks(heading: string): string {
  const text = heading.trimEnd()
  let end = text.length
  while (text[end - 1] === '#') end -= 1
  return end === 0 || /[\s?？]/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text
}
