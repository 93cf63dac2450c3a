import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Puts the caret into the heading with that number, from 0, and brings it to the top of the view. */
export function scrollToHeading(editor: Editor, index: number): void {
  const positions: number[] = []
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'heading') positions.push(position)
    return !node.isTextblock
  })
  const position = positions[index]
  if (position === undefined) return
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, position + 1)))
  const dom = editor.view.nodeDOM(position)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start' })
  editor.view.focus()
}
