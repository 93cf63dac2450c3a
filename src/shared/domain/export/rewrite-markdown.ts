import type { Heading, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown, rangeOf } from '../markdown/parse-markdown'
import { findWikiLinks, type WikiMatch } from '../markdown/find-wiki-links'
import { walkMarkdown } from '../markdown/walk-markdown'
import { closeOpenEnd } from './close-open-end'
import { applyEdits, escapeText, type Edit } from './markdown-edits'
import { linkEdits, type LinkRewriter } from './rewrite-links'

export interface RewriteOptions {
  readonly links: LinkRewriter
  /** The level that the text's highest heading gets; deeper ones follow. */
  readonly topHeadingLevel: number
  /** An anchor to write before the text of the heading with this index. */
  readonly headingAnchor: (index: number) => string
  /** Renames the labels of definitions and footnotes, which are shared by a whole document. */
  readonly label: (label: string) => string
  /** Whether the first heading is left out. */
  readonly dropFirstHeading?: boolean
}

/** A heading as a reader sees it. */
export interface RewritableHeading {
  readonly text: string
  /** False where programs disagree on what its text is: images, HTML, formulas, footnotes. */
  readonly isCertain: boolean
}

/** A text parsed once, for looking at its headings and then rewriting it. */
export interface RewritableMarkdown {
  readonly headings: readonly RewritableHeading[]
  /** Whether nothing stands before the first heading. */
  readonly startsWithHeading: boolean
  /** Labels that the text defines, in lower case. */
  readonly labels: ReadonlySet<string>
  /** What stands between brackets: other texts' labels must not catch it. In lower case. */
  readonly mentions: ReadonlySet<string>
  rewrite(options: RewriteOptions): string
}

/**
 * Parses `source` (a note's body) so that it can be put into another document without changing what it says.
 * `wikiText` gives what a reader will see of a wiki link.
 */
export function rewritableMarkdown(source: string, wikiText: (inner: string) => string): RewritableMarkdown {
  const { text: closed, root } = closeOpenEnd(source)
  const nodes = [...walkMarkdown(root)]
  const headings = nodes.filter((node): node is Heading => node.type === 'heading')
  const wikiLinks = findWikiLinks(closed, nodes)
  return {
    headings: headings.map(heading => headingOf(closed, heading, { wikiLinks, wikiText })),
    startsWithHeading: root.children[0]?.type === 'heading',
    labels: new Set(
      nodes.flatMap(node =>
        node.type === 'definition' || node.type === 'footnoteDefinition' ? [node.identifier] : [],
      ),
    ),
    mentions: new Set(
      [...closed.matchAll(/\[\^?([^[\]]{1,999})\]/g)].map(match =>
        (match[1] ?? '').replace(/\s+/g, ' ').trim().toLowerCase(),
      ),
    ),
    rewrite: options => {
      const { edits, droppedLabels } = linkEdits(closed, nodes, options.links)
      return applyEdits(closed, [
        ...headingEdits(closed, headings, options),
        ...edits,
        ...nodes.flatMap(node => labelEdits(closed, node, { options, droppedLabels })),
        ...wikiLinks.map(link => wikiEdit(link, options)),
      ])
    },
  }
}

const uncertain = new Set(['image', 'imageReference', 'html', 'inlineMath', 'footnoteReference'])

function headingOf(
  source: string,
  heading: Heading,
  { wikiLinks, wikiText }: { wikiLinks: readonly WikiMatch[]; wikiText: (inner: string) => string },
): RewritableHeading {
  const [start, end] = rangeOf(heading)
  const inside = wikiLinks.filter(link => link.start >= start && link.end <= end)
  const isCertain = ![...walkMarkdown(heading)].some(node => uncertain.has(node.type))
  if (inside.length === 0) return { text: lineOf(toString(heading, { includeHtml: false })), isCertain }
  const hasReference = [...walkMarkdown(heading)].some(node => node.type === 'linkReference')
  const from = rangeOf(heading.children[0] ?? heading)[0]
  const to = rangeOf(heading.children.at(-1) ?? heading)[1]
  const line = applyEdits(
    source.slice(from, to),
    inside.map(link => ({
      start: link.start - from,
      end: link.end - from,
      text: escapeText(wikiText(link.inner)),
    })),
  )
  const parsed = parseMarkdown(`x ${lineOf(line)}`)
  return {
    text: lineOf(toString(parsed, { includeHtml: false }).slice(2)),
    isCertain: isCertain && !hasReference,
  }
}

function lineOf(text: string): string {
  return text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
}

function headingEdits(source: string, headings: readonly Heading[], options: RewriteOptions): Edit[] {
  const { topHeadingLevel, dropFirstHeading = false } = options
  const kept = dropFirstHeading ? headings.slice(1) : headings
  const top = kept.reduce((least, heading) => Math.min(least, heading.depth), 6)
  return headings.flatMap((heading, index) => {
    const [start, end] = rangeOf(heading)
    if (dropFirstHeading && index === 0) return [{ start, end, text: '' }]
    const level = Math.min(6, heading.depth - top + topHeadingLevel)
    const marks = `${'#'.repeat(level)} ${options.headingAnchor(index)}`
    const own = source.slice(start, end)
    const atx = /^#{1,6}[ \t]*/.exec(own)
    if (atx !== null) return [{ start, end: start + atx[0].length, text: marks }]
    // The heading's own range may begin with a definition above it.
    const from = rangeOf(heading.children[0] ?? heading)[0]
    return [{ start: from, end: from, text: marks }, ...onOneLine(source.slice(from, end), from)]
  })
}

/** A heading that is underlined becomes one line. */
function onOneLine(own: string, start: number): Edit[] {
  const breaks = [...own.matchAll(/[ \t]*(?:\r\n?|\n)[\s>]*/g)]
  return breaks.map((match, index) => {
    const isUnderline = index === breaks.length - 1
    const at = start + match.index
    return isUnderline
      ? { start: at, end: start + own.length, text: '' }
      : { start: at, end: at + match[0].length, text: ' ' }
  })
}

function labelEdits(
  source: string,
  node: Nodes,
  { options, droppedLabels }: { options: RewriteOptions; droppedLabels: ReadonlySet<string> },
): Edit[] {
  switch (node.type) {
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'linkReference':
    case 'imageReference': {
      const renamed = options.label(node.identifier)
      if (renamed === node.identifier || droppedLabels.has(node.identifier)) return []
      const [start, end] = rangeOf(node)
      const own = source.slice(start, end)
      if (node.type === 'linkReference' || node.type === 'imageReference') {
        const open = node.referenceType === 'shortcut' ? own.length : own.lastIndexOf('[')
        return [{ start: start + open, end, text: `[${renamed}]` }]
      }
      const label = /^\[(?:\\.|[^\]\\])*\]/s.exec(own)?.[0] ?? ''
      const mark = node.type === 'definition' ? '' : '^'
      return [{ start, end: start + label.length, text: `[${mark}${renamed}]` }]
    }
    default:
      return []
  }
}

function wikiEdit(link: WikiMatch, { links }: RewriteOptions): Edit {
  const { start, end, inner, isInLink } = link
  return { start, end, text: isInLink ? escapeText(links.wikiText(inner)) : links.wikiLink(link) }
}
