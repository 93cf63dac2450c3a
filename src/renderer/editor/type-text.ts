import type { Editor } from '@tiptap/core'

const keys: ReadonlyMap<string, string> = new Map([
  ['\n', 'Enter'],
  ['\t', 'Tab'],
])

/** Puts text in at the caret as if it were typed; `\n` stands for Enter, `\t` for Tab. */
export function typeText({ view, isEditable }: Editor, text: string): void {
  if (!isEditable) return
  for (const character of text) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const key = keys.get(character)
    const isTaken =
      key === undefined
        ? view.someProp('handleTextInput', handle => handle(view, from, to, character, insert))
        : view.someProp('handleKeyDown', handle => handle(view, new KeyboardEvent('keydown', { key })))
    if (isTaken !== true && key === undefined) view.dispatch(insert())
  }
  if (text !== '') view.dispatch(view.state.tr.scrollIntoView())
}
