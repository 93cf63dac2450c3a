import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './note-scroller'

/** As high as the toolbar over the text is with two rows of buttons, in CSS pixels. The headings' `scroll-margin` is the same. */
const toolbarPx = 72

/** Scrolls to a position that is out of sight, wherever the focus is: ProseMirror does so only while it is in the text. */
export function bringIntoView(view: EditorView, position: number): void {
  const scroller = scrollerOf(view.dom)
  if (scroller !== undefined && !isInSight(view, position, scroller)) bringToMiddle(view, position)
}

/** Scrolls to a position, so that it stands in the middle of the view. */
export function bringToMiddle(view: EditorView, position: number): void {
  const scroller = scrollerOf(view.dom)
  if (scroller === undefined) return
  const { node } = view.domAtPos(position)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
  // In a block that is higher than the view, the middle of the block may be elsewhere.
  if (isInSight(view, position, scroller)) return
  const { top, bottom } = scroller.getBoundingClientRect()
  scroller.scrollTop += view.coordsAtPos(position).top - (top + toolbarPx + bottom) / 2
}

function isInSight(view: EditorView, position: number, scroller: HTMLElement): boolean {
  const { top, bottom } = scroller.getBoundingClientRect()
  const place = view.coordsAtPos(position)
  return place.top >= top + toolbarPx && place.bottom <= bottom
}
