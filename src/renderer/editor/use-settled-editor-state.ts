import type { Editor, EditorEvents } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { useEffect, useRef, useState } from 'react'
import { afterPaint } from '../state/after-paint'

/** While text is typed, buttons are looked at so often: most keys change none of them. */
const whileTypingMs = 150

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
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (): void => {
      isWaiting = false
      clearTimeout(timer)
      timer = undefined
      if (isOver || editor.isDestroyed) return
      const next = latest.current(editor)
      setValue(before => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const schedule = (): void => {
      if (isWaiting) return
      isWaiting = true
      afterPaint(settle)
    }
    const onTransaction = ({ transaction }: EditorEvents['transaction']): void => {
      if (isTyped(transaction)) timer ??= setTimeout(schedule, whileTypingMs)
      else schedule()
    }
    editor.on('transaction', onTransaction)
    editor.on('noteShown', schedule)
    schedule()
    return () => {
      isOver = true
      clearTimeout(timer)
      editor.off('transaction', onTransaction)
      editor.off('noteShown', schedule)
    }
  }, [editor])
  return value
}

/** Whether nothing but text came or went. */
function isTyped({ steps }: Transaction): boolean {
  return steps.length > 0 && steps.every(step => step instanceof ReplaceStep && isText(step))
}

function isText({ slice: { content, openStart } }: ReplaceStep): boolean {
  return openStart === 0 && content.childCount <= 1 && content.firstChild?.isText !== false
}
