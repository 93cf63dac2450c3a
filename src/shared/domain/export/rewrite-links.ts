import type { Definition, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast'
import { hasRange, rangeOf } from '../markdown/parse-markdown'
import type { WikiMatch } from '../markdown/find-wiki-links'
import { walkMarkdown } from '../markdown/walk-markdown'
import { destinationEnd, escapeText, writtenDestination, type Edit } from './markdown-edits'

/** What becomes of a link when a text moves to another place. */
export interface LinkRewriter {
  /** `inner` is what stands between the brackets of a wiki link or embed; the result is Markdown. */
  wikiLink(link: Pick<WikiMatch, 'inner' | 'isEmbed' | 'isInTable'>): string
  /** What a reader sees of a wiki link, as plain text. */
  wikiText(inner: string): string
  /** The destination of a Markdown link or image; the result is the new destination, null takes a link off its text. */
  destination(destination: string, isImage: boolean): string | null | undefined
  /** The name of the file that an image shows which is none: it becomes a link. Undefined for images. */
  fileName?(destination: string): string | undefined
  /** What a Markdown link becomes as a whole; undefined where only its destination changes. `text` is plain text. */
  wholeLink?(link: { destination: string; text: string; isInTable: boolean }): string | undefined
}

export interface LinkEdits {
  readonly edits: readonly Edit[]
  /** Labels of definitions that are gone: what refers to them is text now. */
  readonly droppedLabels: ReadonlySet<string>
}

/** How to change the links, images and definitions of a text. */
export function linkEdits(source: string, nodes: readonly Nodes[], links: LinkRewriter): LinkEdits {
  const { edits, droppedLabels } = definitionEdits(source, nodes, links)
  const inTables = new Set(
    nodes.filter(node => node.type === 'table').flatMap(node => [...walkMarkdown(node)]),
  )
  for (const node of nodes.filter(hasRange)) {
    const whole = node.type === 'link' ? wholeLink(node, inTables.has(node), links) : undefined
    if (whole !== undefined) {
      const [start, end] = rangeOf(node)
      edits.push({ start, end, text: whole })
    } else if (node.type === 'link' || node.type === 'image') edits.push(...inlineEdits(source, node, links))
    else if (node.type === 'linkReference' && droppedLabels.has(node.identifier))
      edits.push(...withoutLink(source, node))
    else if (node.type === 'html') edits.push(...htmlEdits(source, node, links))
  }
  return { edits, droppedLabels }
}

/** Of several definitions of one label the first counts; the others go. */
function definitionEdits(source: string, nodes: readonly Nodes[], links: LinkRewriter) {
  const usedByImages = new Set(
    nodes.flatMap(node => (node.type === 'imageReference' ? [node.identifier] : [])),
  )
  const defined = new Set<string>()
  const droppedLabels = new Set<string>()
  const edits: Edit[] = []
  for (const node of nodes) {
    if (node.type !== 'definition') continue
    const isImage = usedByImages.has(node.identifier)
    const rewritten = defined.has(node.identifier) ? null : links.destination(node.url, isImage)
    const [start, end] = rangeOf(node)
    if (typeof rewritten === 'string') edits.push(...definitionEdit(source, node, rewritten))
    else if (defined.has(node.identifier)) edits.push({ start, end, text: '' })
    else if (rewritten === null && !isImage) {
      droppedLabels.add(node.identifier)
      edits.push({ start, end, text: '' })
    }
    defined.add(node.identifier)
  }
  return { edits, droppedLabels }
}

function definitionEdit(source: string, node: Definition, rewritten: string): Edit[] {
  const [start, end] = rangeOf(node)
  const lead = /^\[(?:\\.|[^\]\\])*\]:\s*/s.exec(source.slice(start, end))
  return lead === null ? [] : [replaced(source, start + lead[0].length, rewritten)]
}

/** Only of a link whose text has no marks. */
function wholeLink(
  { url, title, children }: Link,
  isInTable: boolean,
  links: LinkRewriter,
): string | undefined {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text' || typeof title === 'string') return undefined
  return links.wholeLink?.({ destination: url, text: only.value, isInTable })
}

function inlineEdits(source: string, node: Link | Image, links: LinkRewriter): Edit[] {
  const lead = /^\s*\]\(\s*/.exec(source.slice(labelEnd(source, node), rangeOf(node)[1]))
  if (lead === null) return []
  const rewritten = links.destination(node.url, node.type === 'image')
  if (rewritten === undefined) return []
  if (rewritten !== null) {
    const name = node.type === 'image' ? links.fileName?.(node.url) : undefined
    return [
      ...(name === undefined ? [] : asLink(source, node, name)),
      replaced(source, labelEnd(source, node) + lead[0].length, rewritten),
    ]
  }
  return node.type === 'link' ? withoutLink(source, node) : []
}

/** What makes a link of an image: one without a description is called by `name`. */
function asLink(source: string, node: Link | Image, name: string): Edit[] {
  const [start] = rangeOf(node)
  const end = labelEnd(source, node)
  const isNameless = source.slice(start + 2, end).trim() === ''
  return [
    { start, end: start + 1, text: '' },
    ...(isNameless ? [{ start: start + 2, end, text: escapeText(name) }] : []),
  ]
}

function replaced(source: string, at: number, destination: string): Edit {
  return { start: at, end: destinationEnd(source, at), text: writtenDestination(destination) }
}

/** Only the text of a link stays; of one without text nothing. */
function withoutLink(source: string, node: Link | LinkReference): Edit[] {
  const [start, end] = rangeOf(node)
  if (node.children.length === 0) return [{ start, end, text: '' }]
  return [
    { start, end: start + 1, text: '' },
    { start: labelEnd(source, node), end, text: '' },
  ]
}

/** Where the text between the brackets of a link or image ends. */
export function labelEnd(source: string, node: Link | Image | LinkReference | ImageReference): number {
  const [start, end] = rangeOf(node)
  const lastChild = 'children' in node ? node.children.at(-1) : undefined
  if (lastChild !== undefined) return rangeOf(lastChild)[1]
  let depth = 0
  for (let index = start; index < end; index += 1) {
    if (source[index] === '\\') index += 1
    else if (source[index] === '[') depth += 1
    else if (source[index] === ']' && --depth === 0) return index
  }
  return end
}

const attributePattern = /(\s(src|href)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

function htmlEdits(source: string, node: Nodes, links: LinkRewriter): Edit[] {
  const [from, to] = rangeOf(node)
  return [...source.slice(from, to).matchAll(attributePattern)].flatMap(match => {
    const isImage = match[2]?.toLowerCase() === 'src'
    const rewritten = links.destination(match[3] ?? match[4] ?? '', isImage)
    const [start, end] = [from + match.index, from + match.index + match[0].length]
    if (rewritten === null && !isImage) return [{ start, end, text: '' }]
    if (rewritten === undefined || rewritten === null) return []
    return [{ start, end, text: `${match[1] ?? ''}"${rewritten.replace(/"/g, '%22')}"` }]
  })
}
