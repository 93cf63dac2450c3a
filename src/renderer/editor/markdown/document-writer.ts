import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type BlockMatch, createBlockMatcher } from './block-matching'
import { type BlockWriter, leafText } from './block-writer'
import type { MarkdownStyle } from './markdown-style'
import { type Piece, placePiece } from './place-piece'
import { writeBlock } from './write-block'

/** A top-level block of the source. `gap` is everything between the block before and this one. */
export interface SourceBlock {
  readonly node: ProseMirrorNode
  readonly gap: string
  readonly source: string
  readonly style: MarkdownStyle
  /** Its mdast type. */
  readonly type: string
}

/** A whole body in pieces: joining gaps, sources and the tail gives it back. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  readonly tail: string
  readonly eol: '\n' | '\r\n'
  /** What new blocks are written in. */
  readonly style: MarkdownStyle
}

/** A function that writes documents made from `source`: untouched blocks as they were, and only what changed anew. */
export function createDocumentWriter(
  source: SourceDocument,
  writer: BlockWriter,
): (doc: ProseMirrorNode) => string {
  const matchBlocks = createBlockMatcher(source.blocks)
  const pieces = createPieceMaker(source, writer)

  return doc => {
    const written = matchBlocks(doc.children)
      .map(pieces)
      .filter(({ isVerbatim, text }) => isVerbatim || text !== '')
    if (written.length === 0) return source.blocks.length === 0 ? source.tail : ''
    let text = leadingGap(source)
    let left: Piece | undefined
    for (const [index, piece] of written.entries()) {
      const placed = placePiece({ text, left, piece, next: written[index + 1], eol: source.eol })
      text += placed.gap + placed.piece.text
      left = placed.piece
    }
    return text + tailOf(source)
  }
}

/** As much of a document as there is without writing anything. */
export function rescueText(source: SourceDocument, doc: ProseMirrorNode): string {
  const pieces = createBlockMatcher(source.blocks)(doc.children).map(({ node, index, isSame }) => {
    const block = isSame && index !== undefined ? source.blocks[index] : undefined
    if (block !== undefined) return lastLine(block.gap) + block.source
    return node.textBetween(0, node.content.size, '\n', leafText).replaceAll('\n', source.eol)
  })
  return leadingGap(source) + pieces.join(source.eol + source.eol) + tailOf(source)
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

/** Pieces of text for blocks of the document; those of untouched blocks, and of blocks written before, are kept. */
function createPieceMaker(source: SourceDocument, writer: BlockWriter): (match: BlockMatch) => Piece {
  const untouched: (Piece | undefined)[] = []
  const changed = new WeakMap<ProseMirrorNode, Piece>()

  return ({ node, index, isSame }) => {
    const block = index === undefined ? undefined : source.blocks[index]
    if (isSame && block !== undefined && index !== undefined) {
      return (untouched[index] ??= verbatimPiece(block, index))
    }
    const known = changed.get(node)
    if (known !== undefined && known.index === index) return known
    const piece = changedPiece(node, block, index)
    changed.set(node, piece)
    return piece
  }

  function verbatimPiece(block: SourceBlock, index: number): Piece {
    return {
      text: lastLine(block.gap) + block.source,
      type: block.type,
      index,
      gap: withoutLastLine(block.gap),
      isVerbatim: true,
      isLiteral: true,
      others: () => otherMarkers(block.style).map(style => write(block.node, style)),
    }
  }

  function changedPiece(
    node: ProseMirrorNode,
    block: SourceBlock | undefined,
    index: number | undefined,
  ): Piece {
    const style = block?.style ?? source.style
    const isLiteral = node.type.name === 'rawBlock'
    const plain = write(node, style)
    return {
      text: block === undefined || plain === '' ? plain : rewrite(node, block, plain),
      type: isLiteral ? undefined : writeBlock(node)?.type,
      index,
      gap: withoutLastLine(block?.gap ?? ''),
      isVerbatim: false,
      isLiteral,
      others: () => [plain, ...otherMarkers(style).map(other => write(node, other))],
    }
  }

  function rewrite(node: ProseMirrorNode, block: SourceBlock, plain: string): string {
    const indentation = lastLine(block.gap)
    if (node.type.name === 'rawBlock') return indentation + plain
    const original = { node: block.node, source: block.source.replace(/\r\n?/g, '\n'), indentation }
    return withEol(writer.rewrite(node, block.style, original))
  }

  function write(node: ProseMirrorNode, style: MarkdownStyle): string {
    return withEol(writer.write(node, style))
  }

  function withEol(text: string): string {
    return source.eol === '\n' ? text : text.replace(/\r?\n/g, source.eol)
  }
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

/** Styles whose lists stay apart from those of `style`, and whose code from a list before it. */
function otherMarkers(style: MarkdownStyle): MarkdownStyle[] {
  const bulletOrdered = style.bulletOrdered === '.' ? ')' : '.'
  const bullets = (['-', '*', '+'] as const).filter(bullet => bullet !== style.bullet)
  return bullets.map(bullet => ({ ...style, bullet, bulletOrdered, fences: true }))
}
