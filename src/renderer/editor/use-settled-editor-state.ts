import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { afterPaint } from '../state/after-paint'

/**
 * What a selector sees of the editor, a moment after it changed: buttons may wait until a key is painted. `selector` gives
 * JSON; the component renders again only when that differs.
 */
export function useSettledEditorState<T>(editor: Editor, selector: (editor: Editor) => T): T {
  const [value, setValue] = useState(() => selector(editor))
  const latest = useRef(selector)
  useEffect(() => {
    latest.current = selector
  }, [selector])
  useEffect(() => {
    let isWaiting = false
    let isOver = false
    const settle = (): void => {
      isWaiting = false
      if (isOver || editor.isDestroyed) return
      const next = latest.current(editor)
      setValue(before => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const schedule = (): void => {
      if (isWaiting) return
      isWaiting = true
      afterPaint(settle)
    }
    editor.on('transaction', schedule)
    editor.on('noteShown', schedule)
    schedule()
    return () => {
      isOver = true
      editor.off('transaction', schedule)
      editor.off('noteShown', schedule)
    }
  }, [editor])
  return value
}
