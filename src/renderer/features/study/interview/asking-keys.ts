import type { KeyboardEvent } from 'react'
import { askingKeys, studyKeyOf, type AskingKey } from '../../../app/study-keys'

export type AskingActions = Readonly<Record<AskingKey, () => void>>

/** What a key does while questions are asked; letters do it with Alt while an answer is being typed. */
export function askingAction(
  event: KeyboardEvent<HTMLElement>,
  actions: AskingActions,
): (() => void) | undefined {
  const { nativeEvent, target, currentTarget } = event
  if (nativeEvent.isComposing) return undefined
  const isTyping = target instanceof HTMLTextAreaElement
  const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
  // Enter on a button presses it.
  if (isPlainEnter && target !== currentTarget) return undefined
  const key = studyKeyOf(askingKeys, event, isTyping)
  return key === undefined ? undefined : actions[key]
}
