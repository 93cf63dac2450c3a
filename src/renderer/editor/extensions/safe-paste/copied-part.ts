import { Fragment, Slice } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'

/** What is copied of a selection: words of one block are text with its marks, and don't take the block along. Code stays code. */
export function copiedPart(slice: Slice, { $from, $to, empty }: Selection): Slice {
  const { parent } = $from
  if (empty || !$from.sameParent($to) || !parent.isTextblock || parent.type.spec.code === true) return slice
  if ($from.parentOffset === 0 && $to.parentOffset === parent.content.size) return slice
  const text = parent.content.cut($from.parentOffset, $to.parentOffset)
  return new Slice(Fragment.from(parent.type.schema.node('paragraph', null, text)), 1, 1)
}
