import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { sizeOfText, sumOfSizes, type TextSize } from '../../shared/domain/markdown/text-size'
import { linkLabel } from './extensions/wiki-link/link-label'

/** A heading of the document; `index` counts headings from 0. */
export interface OutlineEntry {
  readonly index: number
  readonly level: number
  readonly text: string
}

interface BlockStats {
  readonly size: TextSize
  readonly headings: readonly Omit<OutlineEntry, 'index'>[]
}

const known = new WeakMap<ProseMirrorNode, BlockStats>()

/** Counts a document and lists its headings; a block that didn't change isn't walked again. */
export function documentStats(doc: ProseMirrorNode): readonly [TextSize, OutlineEntry[]] {
  const blocks = doc.children.map(statsOf)
  return [
    sumOfSizes(blocks.map(({ size }) => size)),
    blocks.flatMap(({ headings }) => headings).map((heading, index) => ({ index, ...heading })),
  ]
}

/** Counts what is between two positions; only blocks that are cut by one of them are walked again. */
export function rangeSize(doc: ProseMirrorNode, from: number, to: number): TextSize {
  const sizes: TextSize[] = []
  doc.nodesBetween(from, to, (block, position) => {
    const isWhole = from <= position + 1 && to >= position + block.nodeSize - 1
    const [start, end] = [from - position - 1, to - position - 1]
    sizes.push(
      isWhole
        ? statsOf(block).size
        : sizeOfText(textOf(block, Math.max(0, start), Math.min(end, block.content.size))),
    )
    return false
  })
  return sumOfSizes(sizes)
}

/** The number, from 0, of the heading that a position is in or under; -1 before the first. */
export function headingAt(doc: ProseMirrorNode, position: number): number {
  const at = doc.resolve(Math.min(position, doc.content.size)).index(0)
  let count = 0
  for (const [index, block] of doc.children.entries()) {
    if (index > at || (index === at && block.type.name !== 'heading')) break
    if (block.type.name === 'heading') count += 1
    else if (!block.isTextblock) count += statsOf(block).headings.length
  }
  return count - 1
}

function statsOf(block: ProseMirrorNode): BlockStats {
  const found = known.get(block)
  if (found !== undefined) return found
  const stats = readStats(block)
  known.set(block, stats)
  return stats
}

function readStats(block: ProseMirrorNode): BlockStats {
  const headings: Omit<OutlineEntry, 'index'>[] = []
  const visit = (node: ProseMirrorNode) => {
    if (node.type.name === 'heading')
      headings.push({ level: Number(node.attrs['level']), text: textOf(node) })
    else if (!node.isTextblock) node.children.forEach(visit)
  }
  visit(block)
  return { size: sizeOfText(textOf(block)), headings }
}

function textOf(node: ProseMirrorNode, from = 0, to = node.content.size): string {
  return node.textBetween(from, to, '\n', wordsOfLeaf).trim()
}

/** A link to a note or a question has the words that it shows; images and formulas have none. */
function wordsOfLeaf(leaf: ProseMirrorNode): string {
  if (leaf.type.name === 'wikiLink' && leaf.attrs['isEmbed'] !== true)
    return linkLabel(String(leaf.attrs['inner']))
  return leaf.type.spec.leafText?.(leaf) ?? ' '
}
