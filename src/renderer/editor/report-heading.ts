import type { Editor } from '@tiptap/core'
import { headingAt } from './document-stats'

const topMarginPx = 60
const quietMs = 250

/**
 * Says which heading the caret is under when it moves, and which one is at the top when the user scrolls: by its number
 * from 0, -1 before the first. Returns what ends it.
 */
export function reportHeading(editor: Editor, onHeading: (index: number) => void): () => void {
  let frame = 0
  /** Until then, what scrolls does so to show the caret. */
  let quietUntil = 0
  const ofCaret = (): void => {
    quietUntil = performance.now() + quietMs
    onHeading(headingAt(editor.state.doc, editor.state.selection.from))
  }
  const byHand = (): void => {
    quietUntil = 0
  }
  const onScroll = ({ target }: Event): void => {
    if (performance.now() < quietUntil || !(target instanceof HTMLElement)) return
    if (!target.contains(editor.view.dom)) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (editor.isDestroyed) return
      const { top, left, width } = target.getBoundingClientRect()
      const place = editor.view.posAtCoords({ left: left + width / 2, top: top + topMarginPx })
      if (place !== null) onHeading(headingAt(editor.state.doc, place.pos))
    })
  }
  const options = { capture: true, passive: true } as const
  editor.on('selectionUpdate', ofCaret)
  document.addEventListener('scroll', onScroll, options)
  for (const type of ['wheel', 'touchmove', 'pointerdown']) document.addEventListener(type, byHand, options)
  return () => {
    cancelAnimationFrame(frame)
    editor.off('selectionUpdate', ofCaret)
    document.removeEventListener('scroll', onScroll, options)
    for (const type of ['wheel', 'touchmove', 'pointerdown'])
      document.removeEventListener(type, byHand, options)
  }
}
