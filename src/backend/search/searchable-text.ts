import { plainTextWithCode } from '../../shared/domain/markdown/plain-text'

/** What of a document is searched, and what of it counts less: fenced code, and addresses, in UTF-16 units. */
export interface SearchableText {
  readonly text: string
  readonly asides: readonly (readonly [start: number, end: number])[]
}

/** The readable text of a note's Markdown, and after it the addresses on the web that its links lead to. */
export function searchableText(markdown: string): SearchableText {
  const { text, code } = plainTextWithCode(markdown)
  const addresses = linkedAddresses(markdown)
  if (addresses.length === 0) return { text, asides: code }
  const start = text.length + 2
  const whole = `${text}\n\n${addresses.join('\n')}`
  return { text: whole, asides: [...code, [start, whole.length]] }
}

const linkEnd = '](http'

/** Each once, without `https://`. A picture's address is none that people look for. */
function linkedAddresses(markdown: string): string[] {
  const found = new Set<string>()
  for (let at = markdown.indexOf(linkEnd); at >= 0; at = markdown.indexOf(linkEnd, at + 1)) {
    if (markdown.charAt(markdown.lastIndexOf('[', at) - 1) === '!') continue
    address.lastIndex = at
    const [, words] = address.exec(markdown) ?? []
    if (words !== undefined) found.add(words)
  }
  return [...found]
}

const address = /\]\(https?:\/\/([^()\s<>#]{1,500})/y
