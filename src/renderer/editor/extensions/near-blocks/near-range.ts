import type { EditorState } from '@tiptap/pm/state'

/** The top-level blocks that the selection is in and one on each side of them, by number; the last is not in it. */
export function nearRange({ doc, selection: { $from, $to } }: EditorState): { first: number; last: number } {
  return { first: Math.max(0, $from.index(0) - 1), last: Math.min(doc.childCount, $to.index(0) + 2) }
}
