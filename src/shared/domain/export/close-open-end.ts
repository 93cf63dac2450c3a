import type { Root, RootContent } from 'mdast'
import { parseMarkdown, rangeOf } from '../markdown/parse-markdown'

/** A text with its tree; offsets of the tree are places of the text. */
export interface ClosedText {
  readonly text: string
  readonly root: Root
}

/**
 * Ends what a text leaves open and what would swallow all that is put after it: a fence, a comment or another
 * piece of HTML that goes on over blank lines, a formula. What stands in a list or a quotation ends with it.
 */
export function closeOpenEnd(source: string): ClosedText {
  const text = source.replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '').trimEnd()
  const root = parseMarkdown(text)
  const last = root.children.at(-1)
  const closed = last === undefined ? text : closeLast(text, last)
  return { text: closed, root: closed === text ? root : parseMarkdown(closed) }
}

function closeLast(text: string, last: RootContent): string {
  const own = text.slice(...rangeOf(last))
  switch (last.type) {
    case 'code':
      return closeFence(text, own, /^(`{3,}|~{3,})/)
    case 'math':
      return closeFence(text, own, /^(\${2,})/)
    case 'html':
      return closeHtml(text, own)
    default:
      return text
  }
}

function closeFence(text: string, own: string, opening: RegExp): string {
  const fence = opening.exec(own)?.[1]
  if (fence === undefined) return text
  const lines = own.split(/\r\n?|\n/)
  // Four spaces before it make a closing fence a line of the code.
  const end = (lines.at(-1) ?? '').replace(/^ {0,3}(?! )/, '').trimEnd()
  const isClosed = lines.length > 1 && end.startsWith(fence) && end === fence.charAt(0).repeat(end.length)
  return isClosed ? text : `${text}\n${fence}`
}

/** CommonMark's kinds of HTML block that blank lines don't end. */
const htmlEnds: readonly (readonly [start: RegExp, end: RegExp, close: string])[] = [
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![a-z]/i, />/, '>'],
  [/^<pre(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</pre>'],
  [/^<script(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</script>'],
  [/^<style(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</style>'],
  [/^<textarea(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</textarea>'],
]

function closeHtml(text: string, own: string): string {
  for (const [start, end, close] of htmlEnds) if (start.test(own)) return end.test(own) ? text : text + close
  return text
}
