import { Extension } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from '../../note-scroller'

/** About a line of what was shown stays in view, in CSS pixels. */
const keptPx = 32
const edgePx = 8

/**
 * The keys that go on by a page, which is as much of the text as can be seen. The browser's own way also counts what the toolbar covers:
 * a few lines at each page would never be shown.
 */
export const PageKeys = Extension.create({
  name: 'pageKeys',
  addKeyboardShortcuts() {
    const turn = (direction: 1 | -1, isExtending: boolean) => () =>
      turnPage(this.editor.view, direction, isExtending)
    return {
      PageDown: turn(1, false),
      PageUp: turn(-1, false),
      'Shift-PageDown': turn(1, true),
      'Shift-PageUp': turn(-1, true),
    }
  },
})

/** The caret stays where it is on the screen, or comes into sight. False at the ends of the note, where the browser takes it there. */
function turnPage(view: EditorView, direction: 1 | -1, isExtending: boolean): boolean {
  const scroller = scrollerOf(view.dom)
  if (scroller === undefined) return false
  const { bottom, top: scrollerTop } = scroller.getBoundingClientRect()
  const toolbar = scroller.querySelector('.toolbar-area')?.getBoundingClientRect().bottom
  const top = Math.max(scrollerTop, toolbar ?? scrollerTop)
  const { doc, selection, tr } = view.state
  const caret = view.coordsAtPos(selection.head)
  const before = scroller.scrollTop
  scroller.scrollTo({ top: before + direction * (bottom - top - keptPx), behavior: 'instant' })
  if (scroller.scrollTop === before) return false
  const height = Math.min(Math.max((caret.top + caret.bottom) / 2, top + edgePx), bottom - edgePx)
  const place = view.posAtCoords({ left: caret.left, top: height })
  if (place === null) return true
  const $head = doc.resolve(place.pos)
  const next = isExtending
    ? TextSelection.between(selection.$anchor, $head)
    : Selection.near($head, direction)
  view.dispatch(tr.setSelection(next))
  return true
}
