import type { Heading, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown, rangeOf } from '../markdown/parse-markdown'

/** What becomes of a link when a text moves to another place. Undefined leaves it as it is. */
export interface LinkRewriter {
  /** `inner` is what stands between the brackets of a wiki link or embed; the result is Markdown. */
  wikiLink(inner: string, isEmbed: boolean): string | undefined
  /** The destination of a Markdown link or image; the result is the new destination, null takes a link off its text. */
  destination(destination: string, isImage: boolean): string | null | undefined
}

export interface RewriteOptions {
  readonly links: LinkRewriter
  /** The level that the text's highest heading gets; deeper ones follow. */
  readonly topHeadingLevel: number
  /** An anchor to write before the text of the heading with this index. */
  readonly headingAnchor: (index: number) => string
  /** Renames the labels of definitions and footnotes, which are shared by a whole document. */
  readonly label: (label: string) => string
}

/** A text parsed once, for looking at its headings and then rewriting it. */
export interface RewritableMarkdown {
  /** Texts of the headings as a reader sees them, in order. */
  readonly headings: readonly string[]
  /** Labels that the text defines, in lower case. */
  readonly labels: readonly string[]
  rewrite(options: RewriteOptions): string
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const wikiPattern = /(!?)\[\[([^[\]\n]+)\]\]/g

/** Parses `source` (a note's body) so that it can be put into another document without changing what it says. */
export function rewritableMarkdown(source: string): RewritableMarkdown {
  const closed = closeOpenEnd(source)
  const root = parseMarkdown(closed)
  const nodes = [...walk(root)]
  const headings = nodes.filter((node): node is Heading => node.type === 'heading')
  return {
    headings: headings.map(heading =>
      toString(heading, { includeHtml: false }).replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1'),
    ),
    labels: nodes.flatMap(node =>
      node.type === 'definition' || node.type === 'footnoteDefinition' ? [node.identifier] : [],
    ),
    rewrite: options =>
      applyEdits(closed, [
        ...headingEdits(closed, headings, options),
        ...nodes.flatMap(node => nodeEdits(closed, node, options)),
        ...wikiEdits(closed, nodes, options),
      ]),
  }
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}

/** Ends what the text leaves open and what would swallow all that follows: a fence, a comment, a formula. */
function closeOpenEnd(source: string): string {
  const text = source.trimEnd()
  const last = lastLeaf(parseMarkdown(text))
  if (last === undefined) return text
  const [start, end] = rangeOf(last)
  const own = text.slice(start, end)
  if (last.type === 'code') {
    const fence = /^(`{3,}|~{3,})/.exec(own)?.[1]
    const lines = own.split('\n')
    const isClosed =
      fence === undefined ||
      (lines.length > 1 && (lines.at(-1) ?? '').replace(/^[\s>]*/, '').startsWith(fence))
    return isClosed ? text : `${text}\n${fence}`
  }
  if (last.type === 'html' && own.startsWith('<!--') && !own.includes('-->')) return `${text} -->`
  if (last.type === 'math' && !/\n\s*\$\$\s*$/.test(own)) return `${text}\n$$`
  return text
}

function lastLeaf(root: Root): Nodes | undefined {
  let node: Nodes | undefined = root.children.at(-1)
  while (node !== undefined && 'children' in node && node.children.length > 0 && node.type !== 'paragraph') {
    node = node.children.at(-1)
  }
  return node
}

function headingEdits(source: string, headings: readonly Heading[], options: RewriteOptions): Edit[] {
  const top = Math.min(...headings.map(heading => heading.depth))
  return headings.map((heading, index) => {
    const [start, end] = rangeOf(heading)
    const level = Math.min(
      6,
      Math.max(options.topHeadingLevel, heading.depth - top + options.topHeadingLevel),
    )
    const marks = `${'#'.repeat(level)} ${options.headingAnchor(index)}`
    const own = source.slice(start, end)
    const atx = /^#{1,6}[ \t]*/.exec(own)
    if (atx !== null) return { start, end: start + atx[0].length, text: marks }
    return {
      start,
      end,
      text:
        marks +
        own
          .split('\n')
          .slice(0, -1)
          .map(line => line.replace(/^[\s>]+/, '').trim())
          .join(' '),
    }
  })
}

function nodeEdits(source: string, node: Nodes, options: RewriteOptions): Edit[] {
  switch (node.type) {
    case 'link':
    case 'image':
      return destinationEdit(source, node, options)
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'linkReference':
    case 'imageReference':
      return labelEdits(source, node, options)
    case 'html':
      return htmlEdits(source, node, options)
    default:
      return []
  }
}

function destinationEdit(
  source: string,
  node: Extract<Nodes, { type: 'link' | 'image' }>,
  options: RewriteOptions,
): Edit[] {
  const [start, end] = rangeOf(node)
  const lastChild = node.type === 'link' ? node.children.at(-1) : undefined
  const from = lastChild === undefined ? source.lastIndexOf('](', end) : rangeOf(lastChild)[1]
  const match = from < start ? null : destinationPattern.exec(source.slice(from, end))
  const rewritten = match === null ? undefined : options.links.destination(node.url, node.type === 'image')
  if (match?.[1] === undefined || match[2] === undefined || rewritten === undefined) return []
  if (rewritten === null) {
    return lastChild === undefined
      ? []
      : [
          { start, end: start + 1, text: '' },
          { start: from, end, text: '' },
        ]
  }
  const at = from + match[1].length
  return [{ start: at, end: at + match[2].length, text: written(rewritten) }]
}

const destinationPattern = /^(\s*\]\(\s*)(<(?:\\.|[^<>\n])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*)/

type Labelled = Extract<
  Nodes,
  { type: 'definition' | 'footnoteDefinition' | 'footnoteReference' | 'linkReference' | 'imageReference' }
>

function labelEdits(source: string, node: Labelled, options: RewriteOptions): Edit[] {
  const [start, end] = rangeOf(node)
  const own = source.slice(start, end)
  const edits: Edit[] = []
  const renamed = options.label(node.identifier)
  if (node.type === 'definition') edits.push(...definitionDestinationEdit(own, start, options))
  if (renamed === node.identifier) return edits
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const open = node.referenceType === 'shortcut' ? own.length : own.lastIndexOf('[')
    return [{ start: start + open, end, text: `[${renamed}]` }]
  }
  const open = own.indexOf('[')
  const mark = node.type === 'definition' ? '' : '^'
  edits.push({ start: start + open, end: start + own.indexOf(']') + 1, text: `[${mark}${renamed}]` })
  return edits
}

function definitionDestinationEdit(own: string, start: number, options: RewriteOptions): Edit[] {
  const match = /^(\[(?:\\.|[^\]\\])*\]:\s*)(<[^<>\n]*>|\S+)/.exec(own)
  if (match?.[1] === undefined || match[2] === undefined) return []
  const rewritten = options.links.destination(
    match[2].replace(/^<|>$/g, ''),
    /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(match[2]),
  )
  if (rewritten === undefined || rewritten === null) return []
  const at = start + match[1].length
  return [{ start: at, end: at + match[2].length, text: written(rewritten) }]
}

function htmlEdits(source: string, node: Nodes, options: RewriteOptions): Edit[] {
  const [start, end] = rangeOf(node)
  return [
    ...source.slice(start, end).matchAll(/(\s(src|href)\s*=\s*")([^"]*)"|(\s(src|href)\s*=\s*')([^']*)'/gi),
  ].flatMap(match => {
    const before = match[1] ?? match[4] ?? ''
    const value = match[3] ?? match[6] ?? ''
    const rewritten = options.links.destination(value, /src/i.test(match[2] ?? match[5] ?? ''))
    if (rewritten === undefined || rewritten === null) return []
    const at = start + match.index + before.length
    return [{ start: at, end: at + value.length, text: rewritten.replace(/"/g, '%22').replace(/'/g, '%27') }]
  })
}

function wikiEdits(source: string, nodes: readonly Nodes[], options: RewriteOptions): Edit[] {
  const masked = nodes
    .filter(node => ['code', 'inlineCode', 'math', 'inlineMath', 'html'].includes(node.type))
    .map(rangeOf)
  return [...source.matchAll(wikiPattern)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (source[start - 1] === '\\' || masked.some(([from, to]) => start < to && end > from)) return []
    const text = options.links.wikiLink(match[2] ?? '', match[1] === '!')
    return text === undefined ? [] : [{ start, end, text }]
  })
}

function written(destination: string): string {
  return /[\s()<>]/.test(destination) ? `<${destination.replace(/[<>]/g, encodeURIComponent)}>` : destination
}

/** Applies edits from the end to the start; of two that overlap the one that starts first counts. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    result += source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + source.slice(at)
}
