import type { Editor } from '@tiptap/core'

/** Puts text in at the caret as if it were typed; `\n` stands for Enter. */
export function typeText({ view, isEditable }: Editor, text: string): void {
  if (!isEditable) return
  for (const character of text) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const isTaken =
      character === '\n'
        ? view.someProp('handleKeyDown', handle =>
            handle(view, new KeyboardEvent('keydown', { key: 'Enter' })),
          )
        : view.someProp('handleTextInput', handle => handle(view, from, to, character, insert))
    if (isTaken !== true && character !== '\n') view.dispatch(insert())
  }
  if (text !== '') view.dispatch(view.state.tr.scrollIntoView())
}
