import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { parseNote } from './parse-note'

/** Whether two texts with `gap` between them are read as the same blocks as each by itself. */
export function hasCleanJoin(left: string, gap: string, right: string): boolean {
  const joined = outline(left + gap + right)
  const border = left.length + gap.length
  const expected = [...outline(left), ...outline(right).map(block => ({ ...block, end: block.end + border }))]
  return (
    joined.length === expected.length &&
    joined.every((block, index) => block.type === expected[index]?.type && block.end === expected[index].end)
  )
}

interface OutlineBlock {
  readonly type: string
  readonly end: number
}

function outline(text: string): OutlineBlock[] {
  return parseNote(text).children.map(node => ({ type: node.type, end: rangeOf(node)[1] }))
}
