import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './note-scroller'

/** As high as the toolbar over the text is with two rows of buttons, in CSS pixels. */
const toolbarPx = 72

/** Scrolls to a position that is out of sight, wherever the focus is: ProseMirror does so only while it is in the text. */
export function bringIntoView(view: EditorView, position: number): void {
  const scroller = scrollerOf(view.dom)
  if (scroller === undefined || view.dom.offsetParent === null) return
  const { top, bottom } = scroller.getBoundingClientRect()
  const isInSight = (): boolean => {
    const caret = view.coordsAtPos(position)
    return caret.top >= top + toolbarPx && caret.bottom <= bottom
  }
  if (isInSight()) return
  const { node } = view.domAtPos(position)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
  // In the middle of a block that is higher than the view, it may be still.
  if (!isInSight()) scroller.scrollTop += view.coordsAtPos(position).top - (top + toolbarPx + bottom) / 2
}
