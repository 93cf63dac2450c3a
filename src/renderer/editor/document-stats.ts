import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { countWords } from '../../shared/domain/markdown/count-words'

/** A heading of the document; `index` counts headings from 0. */
export interface OutlineEntry {
  readonly index: number
  readonly level: number
  readonly text: string
}

/** How much was written. Characters are counted without white space. */
export interface DocumentStats {
  readonly words: number
  readonly characters: number
}

interface BlockStats extends DocumentStats {
  readonly headings: readonly Omit<OutlineEntry, 'index'>[]
}

const known = new WeakMap<ProseMirrorNode, BlockStats>()

/** Counts a document and lists its headings; a block that didn't change isn't walked again. */
export function documentStats(doc: ProseMirrorNode): readonly [DocumentStats, OutlineEntry[]] {
  const blocks = doc.children.map(block => {
    const stats = known.get(block) ?? blockStats(block)
    known.set(block, stats)
    return stats
  })
  return [
    {
      words: blocks.reduce((sum, block) => sum + block.words, 0),
      characters: blocks.reduce((sum, block) => sum + block.characters, 0),
    },
    blocks.flatMap(block => block.headings).map((heading, index) => ({ index, ...heading })),
  ]
}

/** The number, from 0, of the heading that a position is in or under; -1 before the first. */
export function headingAt(doc: ProseMirrorNode, position: number): number {
  const at = doc.resolve(Math.min(position, doc.content.size)).index(0)
  let count = 0
  for (const [index, block] of doc.children.entries()) {
    if (index > at || (index === at && block.type.name !== 'heading')) break
    const stats = known.get(block) ?? blockStats(block)
    known.set(block, stats)
    count += stats.headings.length
  }
  return count - 1
}

function blockStats(block: ProseMirrorNode): BlockStats {
  const text = textOf(block)
  const headings: Omit<OutlineEntry, 'index'>[] = []
  const visit = (node: ProseMirrorNode) => {
    if (node.type.name === 'heading')
      headings.push({ level: Number(node.attrs['level']), text: textOf(node) })
    else if (!node.isTextblock) node.children.forEach(visit)
  }
  visit(block)
  return { words: countWords(text), characters: text.replace(/\s+/g, '').length, headings }
}

function textOf(node: ProseMirrorNode): string {
  return node.textBetween(0, node.content.size, '\n', leaf => leaf.type.spec.leafText?.(leaf) ?? ' ').trim()
}
