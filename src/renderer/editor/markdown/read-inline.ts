import type { Image, PhrasingContent } from 'mdast'
import { Mark, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'

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
  return nodes.flatMap(node => readNode(node, Mark.none, { ...context, isCell }))
}

function readNode(node: PhrasingContent, marks: readonly Mark[], context: InlineContext): ProseMirrorNode[] {
  const { schema } = context
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [schema.text(node.value, marks)]
    case 'inlineCode':
      return node.value === '' ? [raw(node, marks, context)] : [schema.text(node.value, withMark('code'))]
    case 'strong':
      return readMarked(node.children, withMark('bold'), context)
    case 'emphasis':
      return readMarked(node.children, withMark('italic'), context)
    case 'delete':
      return readMarked(node.children, withMark('strike'), context)
    case 'link':
      if (node.children.length === 0) return [raw(node, marks, context)]
      return readMarked(
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

function readMarked(
  nodes: readonly PhrasingContent[],
  marks: readonly Mark[],
  context: InlineContext,
): ProseMirrorNode[] {
  return nodes.flatMap(node => readNode(node, marks, context))
}

function raw(
  node: PhrasingContent,
  marks: readonly Mark[],
  { schema, source }: ReadContext,
): ProseMirrorNode {
  const slice = source.slice(...rangeOf(node)).replace(/\n[ \t>]*/g, ' ')
  return schema.node('rawInline', { source: slice }, undefined, marks)
}

function imageAttributes(node: Image): object {
  return { src: node.url, alt: node.alt ?? '', title: node.title === '' ? null : (node.title ?? null) }
}
