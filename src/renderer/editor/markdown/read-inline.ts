import type { FootnoteReference, Image, PhrasingContent } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import { Mark, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { findTagPair } from './sub-super'

/** What mdast nodes are read with. */
export interface ReadContext {
  readonly schema: Schema
  /** The text whose positions the nodes have. */
  readonly source: string
}

interface InlineContext extends ReadContext {
  readonly isCell: boolean
}

/** Inline Markdown as ProseMirror nodes; what has no node or mark of its own becomes `rawInline`. */
export function readInline(
  nodes: readonly PhrasingContent[],
  context: ReadContext,
  isCell = false,
): ProseMirrorNode[] {
  return readNodes(nodes, Mark.none, { ...context, isCell })
}

function readNodes(
  nodes: readonly PhrasingContent[],
  marks: readonly Mark[],
  context: InlineContext,
): ProseMirrorNode[] {
  const read: ProseMirrorNode[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node === undefined) break
    const pair = findTagPair(nodes, index)
    if (pair === undefined || marks.some(mark => mark.type.name === pair.mark)) {
      read.push(...readNode(node, marks, context))
      continue
    }
    const inner = context.schema.mark(pair.mark).addToSet(marks)
    read.push(...readNodes(nodes.slice(index + 1, pair.end), inner, context))
    index = pair.end
  }
  return read
}

function readNode(node: PhrasingContent, marks: readonly Mark[], context: InlineContext): ProseMirrorNode[] {
  const { schema } = context
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [schema.text(node.value, marks)]
    case 'inlineCode':
      return node.value === '' ? [raw(node, marks, context)] : [schema.text(node.value, withMark('code'))]
    case 'strong':
      return readNodes(node.children, withMark('bold'), context)
    case 'emphasis':
      return readNodes(node.children, withMark('italic'), context)
    case 'delete':
      return readNodes(node.children, withMark('strike'), context)
    case 'highlight':
      return readNodes(node.children, withMark('highlight'), context)
    case 'inlineMath':
      return [readMath(node, marks, context)]
    case 'footnoteReference':
      return [schema.node('footnoteReference', { label: labelOf(node, context) }, undefined, marks)]
    case 'link':
      if (node.children.length === 0) return [raw(node, marks, context)]
      return readNodes(
        node.children,
        withMark('link', { href: node.url, title: node.title === '' ? null : (node.title ?? null) }),
        context,
      )
    case 'break':
      return [schema.node('hardBreak', null, undefined, marks)]
    case 'image':
      return [schema.node('image', imageAttributes(node), undefined, marks)]
    case 'wikiLink':
      return [schema.node('wikiLink', { inner: node.value, isEmbed: node.isEmbed }, undefined, marks)]
    case 'html':
      if (context.isCell && /^<br\s*\/?>$/i.test(node.value))
        return [schema.node('hardBreak', null, undefined, marks)]
      return [raw(node, marks, context)]
    default:
      return [raw(node, marks, context)]
  }

  function withMark(name: string, attributes?: Record<string, unknown>): readonly Mark[] {
    return schema.mark(name, attributes).addToSet(marks)
  }
}

/** A formula keeps what stands between its dollar signs; in a cell, `\\|` is a bar. */
function readMath(node: InlineMath, marks: readonly Mark[], context: InlineContext): ProseMirrorNode {
  const source = sourceLine(node, context)
  const fence = /^\$+/.exec(source)?.[0].length ?? 0
  const inner = source.slice(fence, source.length - fence)
  if (fence > 2 || inner.trim() === '') return raw(node, marks, context)
  const formula = context.isCell ? inner.replaceAll('\\|', '|') : inner
  return context.schema.node('inlineMath', { formula, isDisplay: fence === 2 }, undefined, marks)
}

/** The label as it is written, between `[^` and `]`. */
function labelOf(node: FootnoteReference, context: ReadContext): string {
  return sourceLine(node, context).slice(2, -1)
}

function raw(node: PhrasingContent, marks: readonly Mark[], context: ReadContext): ProseMirrorNode {
  return context.schema.node('rawInline', { source: sourceLine(node, context) }, undefined, marks)
}

/** A node's source on one line. */
function sourceLine(node: PhrasingContent, { source }: ReadContext): string {
  return source.slice(...rangeOf(node)).replace(/\n[ \t>]*/g, ' ')
}

function imageAttributes(node: Image): object {
  return { src: node.url, alt: node.alt ?? '', title: node.title === '' ? null : (node.title ?? null) }
}
