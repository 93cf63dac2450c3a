import type { Editor } from '@tiptap/core'
import { letterOfMark } from '../state/typed-key'
import { isApple } from '../state/is-apple'

const keys: ReadonlyMap<string, string> = new Map([
  ['\n', 'Enter'],
  ['\t', 'Tab'],
])

/** Puts text in at the caret as if it were typed; `\n` stands for Enter, `\t` for Tab, and marks are as `letterOfMark` reads them. */
export function typeText({ view, isEditable }: Editor, text: string): void {
  if (!isEditable) return
  for (const character of text) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const key = keyOf(character)
    const isTaken =
      key === undefined
        ? view.someProp('handleTextInput', handle => handle(view, from, to, character, insert))
        : view.someProp('handleKeyDown', handle => handle(view, key))
    if (isTaken !== true && key === undefined) view.dispatch(insert())
  }
  if (text !== '') view.dispatch(view.state.tr.scrollIntoView())
}

/** The key that a character stands for; undefined for one that is text. */
function keyOf(character: string): KeyboardEvent | undefined {
  const letter = letterOfMark(character)
  if (letter !== undefined) {
    return new KeyboardEvent('keydown', { key: letter, ctrlKey: !isApple(), metaKey: isApple() })
  }
  const key = keys.get(character)
  return key === undefined ? undefined : new KeyboardEvent('keydown', { key })
}
