/** The parts of `[[target#heading|label]]` or `[[list#^block-id|label]]`; `target` is empty for `[[#heading]]`. */
export interface WikiLink {
  readonly target: string
  readonly heading: string | undefined
  readonly blockId: string | undefined
  readonly label: string | undefined
}

/** Reads what stands between the double brackets. In a table the bar is written `\|`. */
export function parseWikiLink(inner: string): WikiLink {
  const [, address = '', label] = /^([^|]*?)\\?(?:\|(.*))?$/s.exec(inner) ?? []
  const hash = address.indexOf('#')
  const target = (hash < 0 ? address : address.slice(0, hash)).trim()
  const fragment = hash < 0 ? '' : address.slice(hash + 1).trim()
  return {
    target,
    heading: fragment !== '' && !fragment.startsWith('^') ? fragment : undefined,
    blockId: fragment.startsWith('^') ? fragment.slice(1) : undefined,
    label: label === undefined || label.trim() === '' ? undefined : label.trim(),
  }
}

/** Whether `[[target]]` can lead to what is called so: no sign in it ends the link or its address. */
export function isWikiTarget(target: string): boolean {
  return !/[#[\]|^`\n]/.test(target)
}

/** The size at the end of an embed of an image, in CSS pixels: `picture.png|300` or `picture.png|label|300x200`. */
export interface EmbedSize {
  /** What stands between the brackets without it. */
  readonly rest: string
  readonly width: string | undefined
  readonly height: string | undefined
}

/** Reads the size of what stands between the brackets of an embed. In a table the bar is written `\|`. */
export function parseEmbedSize(inner: string): EmbedSize {
  const match = /\\?\|\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/.exec(inner)
  return { rest: inner.slice(0, match?.index), width: match?.[1], height: match?.[2] }
}

/** What goes between the brackets to link to a question: `llm#^llm-03-04|label`. */
export function wikiLinkToQuestion(listId: string, questionId: string, label: string): string {
  const safe = safeLabel(label)
  return `${listId}#^${questionId}${safe === '' ? '' : `|${safe}`}`
}

/** A label without what would end the link. */
export function safeLabel(label: string): string {
  return label
    .replace(/[[\]|\n\r]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
