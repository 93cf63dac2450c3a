import { linkKey } from '../link-keys'
import { plainInline } from './parse-markdown'
import { scanMarkdown } from './scan-markdown'

export interface Excerpt {
  readonly text: string
  /** Whether there is more. */
  readonly isCut: boolean
}

/** The heading that a link names and all below it, up to the next one of its level; undefined without such a heading. */
export function sectionOf(body: string, heading: string): string | undefined {
  const { headings } = scanMarkdown(body)
  // `[[note#Part#Detail]]` names the last.
  const wanted = linkKey(heading.slice(heading.lastIndexOf('#') + 1))
  const index = headings.findIndex(({ text }) => linkKey(plainInline(text)) === wanted)
  const found = headings[index]
  if (found === undefined) return undefined
  const next = headings.find((other, at) => at > index && other.level <= found.level)
  return body.split('\n').slice(found.line, next?.line).join('\n')
}

/** The beginning of a text in whole blocks, at most `limit` characters; of a longer first block, its first lines. */
export function beginningOf(text: string, limit: number): Excerpt {
  const trimmed = text.replace(/^\s*\n/, '').trimEnd()
  if (trimmed.length <= limit) return { text: trimmed, isCut: false }
  const start = trimmed.slice(0, limit)
  const block = start.search(/\n[ \t]*\r?\n(?![\s\S]*\n[ \t]*\r?\n)/)
  const line = start.lastIndexOf('\n')
  const end = block > 0 ? block : line > 0 ? line : limit
  return { text: withoutOpenFence(start.slice(0, end)), isCut: true }
}

/** A text without the heading that it begins with, where that says no more than `title`, which is shown already. */
export function withoutTitle(text: string, title: string): string {
  const [line, heading] = /^#{1,6}[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (line === undefined || heading === undefined) return text
  return linkKey(plainInline(heading)) === linkKey(title) ? text.slice(line.length) : text
}

/** A fence that the cut left open is closed, else all that follows would be code. */
function withoutOpenFence(text: string): string {
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (marker === undefined) continue
    if (fence === undefined) fence = marker
    else if (marker.startsWith(fence)) fence = undefined
  }
  return fence === undefined ? text : `${text}\n${fence}`
}
