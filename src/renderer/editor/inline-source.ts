import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { markdownOf } from './copy-note'
import { readMarkdown } from './markdown/read-markdown'

/** Whether a block says something that bare text can't: a mark, a link, a formula and the like. */
export function isMoreThanText({ children }: ProseMirrorNode): boolean {
  return children.some(child => child.marks.length > 0 || !(child.isText || child.type.name === 'hardBreak'))
}

/** Puts Markdown in the place of what bare text can't say, in the text blocks of a range; the caret stays where it is. */
export function writeOut(tr: Transaction, from: number, to: number): void {
  const blocks: [node: ProseMirrorNode, position: number][] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock && isMoreThanText(node)) blocks.push([node, position])
    return !node.isTextblock
  })
  for (const [node, position] of blocks.toReversed()) writeOutBlock(tr, node, position)
}

/** The paragraph that a text is the Markdown of, letter by letter; `undefined` for one that would be written otherwise. */
export function readParagraph({ textContent: text, type }: ProseMirrorNode): ProseMirrorNode | undefined {
  const { schema } = type
  const { childCount, firstChild: block } = readMarkdown(text, schema)
  return childCount === 1 && block?.type.name === 'paragraph' && sourceOf(block) === text ? block : undefined
}

function writeOutBlock(tr: Transaction, node: ProseMirrorNode, position: number): void {
  const start = position + 1
  const source = sourceOf(node)
  const { anchor, head } = tr.selection
  const moved = (at: number): number => {
    const offset = at - start
    if (offset < 0) return at
    if (offset > node.content.size) return at + source.length - node.content.size
    return start + Math.min(lengthBefore(node, offset), source.length)
  }
  const isText = tr.selection instanceof TextSelection
  tr.replaceWith(start, start + node.content.size, node.type.schema.text(source))
  if (isText) tr.setSelection(TextSelection.create(tr.doc, moved(anchor), moved(head)))
}

/** A letter stands for what follows: white space at the end of a paragraph is not written. */
function lengthBefore(node: ProseMirrorNode, offset: number): number {
  const before = node.content.cut(0, offset).addToEnd(node.type.schema.text('x'))
  return sourceOf(node.copy(before)).length - 1
}

function sourceOf(block: ProseMirrorNode): string {
  const { schema } = block.type
  const inline = block.children.map(child =>
    child.type.name === 'hardBreak' ? schema.text('\n', child.marks) : child,
  )
  const paragraph = schema.node('paragraph', null, inline)
  return isMoreThanText(paragraph) ? markdownOf(paragraph.content, schema) : paragraph.textContent
}
