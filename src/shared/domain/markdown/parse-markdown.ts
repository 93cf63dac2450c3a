import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { mathFromMarkdown } from 'mdast-util-math'
import { toString } from 'mdast-util-to-string'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { frontmatter } from 'micromark-extension-frontmatter'
import { combineExtensions } from 'micromark-util-combine-extensions'
import type { Extension } from 'micromark-util-types'
import { gfmSyntax, gfmTree } from './gfm-syntax'
import { highlight, highlightFromMarkdown } from './highlight-syntax'
import { proseMath } from './prose-math'
import { walkMarkdown } from './walk-markdown'

const ownSyntax = [proseMath(), cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(), highlight()]
const tree = [...gfmTree, mathFromMarkdown(), highlightFromMarkdown]
const noteSyntax = withGfm(ownSyntax)
const fileSyntax = withGfm([...ownSyntax, frontmatter(['yaml'])])
const fileTree = [...tree, frontmatterFromMarkdown(['yaml'])]

/**
 * Parses Markdown as every part of Answerbook understands it: CommonMark, GFM, math, `==highlights==`, and
 * emphasis that works next to CJK punctuation. Positions are offsets in UTF-16 units.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [noteSyntax(text)], mdastExtensions: tree })
}

/** As `parseMarkdown`, with YAML front matter as a node of its own. */
export function parseMarkdownFile(text: string): Root {
  return fromMarkdown(text, { extensions: [fileSyntax(text)], mdastExtensions: fileTree })
}

/** GitHub's syntax for a text and others, combined once: micromark does so at every text, which takes longer than to parse a short one. */
function withGfm(others: readonly Extension[]): (text: string) => Extension {
  const combined = new Map<Extension, Extension>()
  return text => {
    const gfm = gfmSyntax(text)
    const known = combined.get(gfm)
    if (known !== undefined) return known
    const made = combineExtensions([gfm, ...others])
    combined.set(gfm, made)
    return made
  }
}

/** Inline Markdown as a reader hears it: `**a** [b](c) [[d|e]]` gives `a b e`. */
export function plainInline(markdown: string): string {
  if (!/[*_`[\]<&\\~$=]/.test(markdown)) return markdown.trim()
  return plainOf(parseLine(markdown))
}

/** A piece of inline Markdown; a formula has its TeX. */
export interface InlinePart {
  readonly kind: 'text' | 'formula'
  readonly text: string
}

/** `plainInline` in parts, so that formulas can be set; joined, they are the same text. */
export function plainInlineParts(markdown: string): InlinePart[] {
  const plain = plainInline(markdown)
  const parts = markdown.includes('$') ? partsOf(parseLine(markdown)) : []
  // Brackets of a wiki link may have stood in a formula, and the mark in the text.
  return parts.map(({ text }) => text).join('') === plain ? parts : [{ kind: 'text', text: plain }]
}

function partsOf(line: Root): InlinePart[] {
  const formulas: string[] = []
  for (const node of walkMarkdown(line)) {
    if (node.type !== 'inlineMath') continue
    formulas.push(node.value.replace(/\s+/g, ' '))
    node.value = mark
  }
  return plainOf(line)
    .split(mark)
    .flatMap((text, at): InlinePart[] => [
      { kind: 'text', text },
      { kind: 'formula', text: formulas[at] ?? '' },
    ])
    .filter(part => part.text !== '')
}

/** Stands for a formula while the text around it is made plain. A character of no script. */
const mark = '\uE000'

/** The word in front keeps `1. a` and `# a` what they are within a line. */
function parseLine(markdown: string): Root {
  return parseMarkdown(`x ${markdown.replace(/\s+/g, ' ').trim()}`)
}

function plainOf(line: Root): string {
  const text = toString(line).replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
  return text.slice(2).replace(/\s+/g, ' ').trim()
}

/** Whether a node has a place in the source; a link that GFM makes of a bare address may have none. */
export function hasRange(node: Nodes): boolean {
  return node.position?.start.offset !== undefined && node.position.end.offset !== undefined
}

/** Start and end offset of a parsed node that has them. */
export function rangeOf(node: Nodes): readonly [start: number, end: number] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new TypeError(`node without position: ${node.type}`)
  return [start, end]
}
