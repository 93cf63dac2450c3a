import type { Editor } from '@tiptap/core'
import type { KeyboardEvent } from 'react'

/** Keys within a toolbar: arrows, Home and End go along its controls, Escape goes back to the text. */
export function handleToolbarKey(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    editor.view.focus()
    return
  }
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled, select')]
  const current = controls.findIndex(control => control === document.activeElement)
  const next = nextIndex(event.key, current, controls.length)
  if (next === undefined) return
  event.preventDefault()
  controls[next]?.focus()
}

function nextIndex(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowRight') return (current + 1) % count
  if (key === 'ArrowLeft') return (current - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Alt+F10 goes from the text into the menu over the selection, else into a table's tools, else into the toolbar. */
export function enterToolbar(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'F10' || !event.altKey) return
  const control =
    event.currentTarget.querySelector<HTMLElement>('.bubble-menu select') ??
    event.currentTarget.querySelector<HTMLElement>('.table-tools button:enabled') ??
    event.currentTarget.querySelector<HTMLElement>('.toolbar select')
  if (control === null) return
  event.preventDefault()
  control.focus()
}
