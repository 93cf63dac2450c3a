/** Which of a text's headings a link means by the words after its `#`; undefined when it is none of them. */
export function indexOfHeading(
  headings: readonly { readonly text: string }[],
  wanted: string | undefined,
): number | undefined {
  if (wanted === undefined) return undefined
  for (const each of [wanted, wanted.slice(wanted.lastIndexOf('#') + 1)]) {
    const key = headingKey(each)
    const index = key === '' ? -1 : headings.findIndex(({ text }) => headingKey(text) === key)
    if (index >= 0) return index
  }
  return undefined
}

/** Whether two headings say the same. */
export function isSameHeading(a: string, b: string): boolean {
  return headingKey(a) === '' ? a.trim() === b.trim() : headingKey(a) === headingKey(b)
}

/** One spelling for a heading and for what links call it: words only, so that GitHub's ids match too. */
export function headingKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
