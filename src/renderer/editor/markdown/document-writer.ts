import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type BlockMatch, matchBlocks } from './block-matching'
import type { BlockWriter } from './block-writer'
import { hasCleanJoin } from './clean-join'
import type { MarkdownStyle } from './markdown-style'

/** A top-level block of the source. `gap` is everything between the block before and this one. */
export interface SourceBlock {
  readonly node: ProseMirrorNode
  readonly gap: string
  readonly source: string
  readonly style: MarkdownStyle
}

/** A whole body in pieces: joining gaps, sources and the tail gives it back. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  readonly tail: string
  readonly eol: '\n' | '\r\n'
  /** What new blocks are written in. */
  readonly style: MarkdownStyle
}

interface Piece {
  /** With the indentation of its first line if it is verbatim. */
  readonly text: string
  /** The block of the source that it is or was. */
  readonly index: number | undefined
  readonly isVerbatim: boolean
  readonly node: ProseMirrorNode
}

/** A function that writes documents made from `source`: untouched blocks as they were, and only what changed anew. */
export function createDocumentWriter(
  source: SourceDocument,
  writer: BlockWriter,
): (doc: ProseMirrorNode) => string {
  const written = new WeakMap<ProseMirrorNode, string>()

  return doc => {
    const [first, ...rest] = matchBlocks(doc.children, source.blocks).map(toPiece).filter(isWritten)
    if (first === undefined) return source.blocks.length === 0 ? source.tail : ''
    let text = leadingGap(source) + first.text
    let left = first
    for (const piece of rest) {
      const joined = join(left, piece)
      text += joined.gap + joined.right.text
      left = joined.right
    }
    return text + tailOf(source)
  }

  function toPiece({ node, index, isSame }: BlockMatch): Piece {
    const block = index === undefined ? undefined : source.blocks[index]
    if (isSame && block !== undefined) {
      return { node, index, isVerbatim: true, text: lastLine(block.gap) + block.source }
    }
    return { node, index, isVerbatim: false, text: write(node, block?.style ?? source.style) }
  }

  function write(node: ProseMirrorNode, style: MarkdownStyle): string {
    const text = written.get(node) ?? withLineEndings(writer.write(node, style))
    written.set(node, text)
    return text
  }

  function withLineEndings(text: string): string {
    return source.eol === '\n' ? text : text.replace(/\r?\n/g, source.eol)
  }

  /** The gap before `right`, and `right` as it can stand there. */
  function join(left: Piece, right: Piece): { gap: string; right: Piece } {
    const gap = withoutLastLine(
      (right.index === undefined ? undefined : source.blocks[right.index]?.gap) ?? '',
    )
    const areNeighbours = left.index !== undefined && right.index === left.index + 1
    if (areNeighbours && isLiteral(left) && isLiteral(right)) return { gap, right }
    const blank = source.eol + source.eol
    const gaps = areNeighbours || countBreaks(gap) > 1 ? [gap, blank] : [blank]
    const clean = gaps.find(candidate => hasCleanJoin(left.text, candidate, right.text))
    return clean === undefined ? joinApart(left, right, blank) : { gap: clean, right }
  }

  /** Two lists in a row are one list to Markdown unless their markers differ; a comment keeps the rest apart. */
  function joinApart(left: Piece, right: Piece, blank: string): { gap: string; right: Piece } {
    const block = right.index === undefined ? undefined : source.blocks[right.index]
    const other = withLineEndings(writer.write(right.node, otherMarkers(block?.style ?? source.style)))
    if (hasCleanJoin(left.text, blank, other)) {
      return { gap: blank, right: { ...right, isVerbatim: false, text: other } }
    }
    const apart = `${left.text}${blank}<!-- -->`
    return { gap: hasCleanJoin(apart, blank, right.text) ? `${blank}<!-- -->${blank}` : blank, right }
  }
}

/** Start (with the indentation of the first line) and end of a block in the body that `source` was made from. */
export function sliceOf(source: SourceDocument, index: number): readonly [start: number, end: number] {
  const block = source.blocks[index]
  if (block === undefined) throw new RangeError(`no block ${index}`)
  const before = source.blocks
    .slice(0, index)
    .reduce((sum, { gap, source: text }) => sum + gap.length + text.length, 0)
  const start = before + block.gap.length - lastLine(block.gap).length
  return [start, before + block.gap.length + block.source.length]
}

/** Source stays where it is even when it changed: whoever edits a fence may well mean what follows it. */
function isLiteral({ isVerbatim, node }: Piece): boolean {
  return isVerbatim || node.type.name === 'rawBlock'
}

function isWritten(piece: Piece): boolean {
  return piece.isVerbatim || piece.text !== ''
}

function leadingGap(source: SourceDocument): string {
  return withoutLastLine(source.blocks[0]?.gap ?? openingOf(source.tail))
}

/** What stands before the first word of a body that had none: its blank lines. */
function openingOf(tail: string): string {
  return tail.endsWith('\n') ? tail : tail.replace(/[^\ufeff]/g, '')
}

function tailOf(source: SourceDocument): string {
  return source.blocks.length === 0 ? source.eol : source.tail
}

function withoutLastLine(gap: string): string {
  return gap.slice(0, gap.length - lastLine(gap).length)
}

/** What follows the last line break: the indentation of the block. */
function lastLine(gap: string): string {
  return gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\ufeff')) + 1)
}

function countBreaks(gap: string): number {
  return gap.split('\n').length - 1
}

function otherMarkers(style: MarkdownStyle): MarkdownStyle {
  return {
    ...style,
    bullet: style.bullet === '-' ? '*' : '-',
    bulletOrdered: style.bulletOrdered === '.' ? ')' : '.',
  }
}
