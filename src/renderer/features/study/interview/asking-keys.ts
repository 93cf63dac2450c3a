import type { KeyboardEvent } from 'react'

export interface AskingActions {
  readonly next: () => void
  readonly skip: () => void
  readonly flag: () => void
  readonly pause: () => void
}

/** What a key does while questions are asked; letters do it with Alt while an answer is being typed. */
export function askingAction(
  event: KeyboardEvent<HTMLElement>,
  { next, skip, flag, pause }: AskingActions,
): (() => void) | undefined {
  if (event.nativeEvent.isComposing) return undefined
  const isMod = event.ctrlKey || event.metaKey
  const isTyping = event.target instanceof HTMLTextAreaElement
  const key = event.key.toLowerCase()
  if (key === 'enter') return isMod || (!isTyping && event.target === event.currentTarget) ? next : undefined
  if (isMod || (isTyping && !event.altKey)) return undefined
  return { s: skip, f: flag, p: pause }[key]
}
