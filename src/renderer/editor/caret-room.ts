import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './note-scroller'

/** CSS pixels from the edges of the page within which a caret is brought further in: the toolbar stands over its top. */
const threshold = { top: 48, right: 0, bottom: 8, left: 0 }

/** What the caret keeps away from the edges of the page, for a view's properties. */
export const caretRoom = {
  scrollThreshold: threshold,
  /** How far in it is brought. */
  scrollMargin: { top: 56, right: 5, bottom: 24, left: 5 },
  handleScrollToSelection: isCaretInView,
}

/**
 * Whether nothing has to be scrolled for the caret to be seen. To find that out, ProseMirror asks all elements around the caret for their place and
 * size, at every key; one of them is enough, except where a block scrolls by itself.
 */
export function isCaretInView(view: EditorView): boolean {
  const { $head, empty } = view.state.selection
  if (!empty || !$head.parent.isTextblock || canScrollWithin(view)) return false
  const scroller = scrollerOf(view.dom)
  if (scroller === undefined) return false
  const page = scroller.getBoundingClientRect()
  const caret = view.coordsAtPos($head.pos, 1)
  return (
    caret.top >= page.top + threshold.top &&
    caret.bottom <= page.bottom - threshold.bottom &&
    caret.left >= page.left &&
    caret.right <= page.right
  )
}

/** Tables and code are scrolled sideways. */
function canScrollWithin(view: EditorView): boolean {
  const { $head } = view.state.selection
  for (let { depth } = $head; depth > 0; depth -= 1) {
    const { type } = $head.node(depth)
    if (type.spec.code === true || type.spec['tableRole'] !== undefined) return true
  }
  return false
}
