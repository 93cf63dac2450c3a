import type { Block, HeadingBlock } from './outline'

/**
 * The headings that belong to an answer although they are no deeper than the question: where questions are
 * numbered, one with text under it between number 7 and number 8 is no section.
 */
export function findAnswerHeadings(
  blocks: readonly Block[],
  questions: ReadonlySet<Block>,
): ReadonlySet<Block> {
  const found = new Set<Block>()
  let pending: HeadingBlock[] = []
  let number: number | undefined
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    if (questions.has(block)) {
      const own = numberOf(block)
      if (number !== undefined && own === number + 1) for (const heading of pending) found.add(heading)
      pending = []
      number = own
    } else if (hasContent(blocks[index + 1])) pending.push(block)
    else number = undefined
  }
  return found
}

function numberOf(heading: HeadingBlock): number | undefined {
  const [, digits] = /^\W*(?:Q(?:uestion)?\s*)?(\d{1,4})\b/i.exec(heading.text) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function hasContent(next: Block | undefined): boolean {
  return next !== undefined && next.kind !== 'heading' && next.kind !== 'rule' && next.kind !== 'comment'
}
