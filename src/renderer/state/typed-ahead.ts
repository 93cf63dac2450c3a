import { hasEditor, usePlace, type Place } from './place'
import { withMarkKey, withTypedKey } from './typed-key'

/** Keys are kept for an editor that is on its way for this long at most. */
const longestWaitMs = 3000

export interface TypingToKeep {
  /** It is for a dialog, and the field that has the focus gets nothing. */
  readonly isFromField?: boolean
  /** What has the focus and is being left, such as the editor of another note: what is typed there is kept too. */
  readonly left?: Element | undefined
  /** Called when nothing took what was typed for seconds. */
  readonly onLate?: (() => void) | undefined
}

interface Waiting {
  text: string
  readonly isFromField: boolean
  left: Element | undefined
  readonly until: number
  readonly onLate: () => void
  readonly timer: ReturnType<typeof setTimeout>
  /** Where the user was then. */
  readonly from: Place | undefined
}

let waiting: Waiting | undefined

/**
 * Keeps what is typed from now on for the editor that is about to open, unless it is typed into a field or a dialog, or after the
 * user has gone where there is no editor. Otherwise it would be lost, or press the button that asked for the editor.
 */
export function keepTyping({ isFromField = false, left, onLate = stop }: TypingToKeep = {}): void {
  if (waiting !== undefined && waiting.until > Date.now() && waiting.isFromField === isFromField) {
    waiting.left ??= left
    return
  }
  stop()
  const until = Date.now() + longestWaitMs
  const timer = setTimeout(onLate, longestWaitMs)
  waiting = { text: '', isFromField, left, until, onLate, timer, from: usePlace.getState().place }
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, take, { capture: true })
  window.addEventListener('pointerdown', stop, { capture: true })
}

/** What was typed since; `\n` stands for Enter, and marks are as `letterOfMark` reads them. It is kept no longer. */
export function takeTyped(): string {
  const text = waiting?.text ?? ''
  stop()
  return text
}

/** Whether what is typed now is for an editor that is about to open. */
export function isTypingKept(): boolean {
  return waiting !== undefined && waiting.until > Date.now() && !waiting.isFromField
}

function stop(): void {
  clearTimeout(waiting?.timer)
  waiting = undefined
  for (const type of ['keydown', 'keyup'] as const) window.removeEventListener(type, take, { capture: true })
  window.removeEventListener('pointerdown', stop, { capture: true })
}

function take(event: KeyboardEvent): void {
  if (waiting === undefined) return
  if (waiting.until <= Date.now()) return waiting.onLate()
  if (!waiting.isFromField && isForOthers(event, waiting)) return stop()
  const marked = waiting.isFromField ? undefined : withMarkKey(waiting.text, event)
  const text = marked ?? withTypedKey(waiting.text, event)
  if (text === undefined) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (event.type === 'keydown') waiting.text = text
}

/** Whether the user has gone where there is no editor, or the key is for what has the focus. */
function isForOthers(event: KeyboardEvent, { from, left }: Waiting): boolean {
  const path = event.composedPath()
  const [target] = path
  const { place } = usePlace.getState()
  if (place !== from && !hasEditor(place)) return true
  if (left !== undefined && path.includes(left)) return false
  const isInDialog = target instanceof Element && target.closest('[role=dialog]') !== null
  return isInDialog || isInField(target)
}

function isInField(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
