import type { Definition, Image, Link, Nodes } from 'mdast'
import { destinationEnd } from '../export/markdown-edits'
import { labelEnd } from '../export/rewrite-links'
import { findWikiLinks } from '../markdown/find-wiki-links'
import { hasRange, parseMarkdown, rangeOf } from '../markdown/parse-markdown'
import { walkMarkdown } from '../markdown/walk-markdown'

/** Where a text names another file; `start` and `end` are UTF-16 offsets. */
export type LinkPlace =
  | {
      readonly kind: 'wiki'
      /** Of what stands between the brackets. */
      readonly start: number
      readonly end: number
      readonly inner: string
      readonly isEmbed: boolean
    }
  | {
      readonly kind: 'markdown'
      /** Of the destination as it is written, with its angle brackets or without its quotes. */
      readonly start: number
      readonly end: number
      /** As Markdown reads it: still percent-encoded. */
      readonly destination: string
      readonly isHtml: boolean
      /** Whether what it leads to is shown in its place. */
      readonly isImage: boolean
    }

/** Every wiki link, link, image, definition and HTML address of a text, none in code. */
export function linkPlaces(text: string): LinkPlace[] {
  const nodes = [...walkMarkdown(parseMarkdown(text))].filter(hasRange)
  const wiki = findWikiLinks(text, nodes).map(({ start, end, inner, isEmbed }): LinkPlace => {
    const from = start + (isEmbed ? 3 : 2)
    return { kind: 'wiki', start: from, end: end - 2, inner, isEmbed }
  })
  return [...wiki, ...nodes.flatMap(node => markdownPlaces(text, node))]
}

function markdownPlaces(text: string, node: Nodes): LinkPlace[] {
  switch (node.type) {
    case 'link':
    case 'image':
      return placeAfter(text, node, { at: labelEnd(text, node), lead: /^\s*\]\(\s*/ })
    case 'definition':
      return placeAfter(text, node, { at: rangeOf(node)[0], lead: /^\[(?:\\.|[^\]\\])*\]:\s*/s })
    case 'html':
      return htmlPlaces(text, node)
    default:
      return []
  }
}

function placeAfter(
  text: string,
  node: Link | Image | Definition,
  { at, lead }: { readonly at: number; readonly lead: RegExp },
): LinkPlace[] {
  const found = lead.exec(text.slice(at, rangeOf(node)[1]))
  if (found === null) return []
  const start = at + found[0].length
  const isImage = node.type === 'image'
  return [
    {
      kind: 'markdown',
      start,
      end: destinationEnd(text, start),
      destination: node.url,
      isHtml: false,
      isImage,
    },
  ]
}

const attribute = /(\s(src|href)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

function htmlPlaces(text: string, node: Nodes): LinkPlace[] {
  const [from, to] = rangeOf(node)
  return [...text.slice(from, to).matchAll(attribute)].map(match => {
    const destination = match[3] ?? match[4] ?? ''
    const isImage = match[2]?.toLowerCase() === 'src'
    const start = from + match.index + (match[1]?.length ?? 0) + 1
    return { kind: 'markdown', start, end: start + destination.length, destination, isHtml: true, isImage }
  })
}
