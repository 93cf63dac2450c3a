import { Extension } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'

/** Keeps code and the text beside it apart. */
export const CodeBorder = Extension.create({
  name: 'codeBorder',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const back = run(stepOverBorder('back'))
    const on = run(stepOverBorder('on'))
    return {
      Backspace: back,
      'Mod-Backspace': back,
      Delete: on,
      'Mod-Delete': on,
      Enter: run(splitOffCode),
    }
  },
})

/**
 * At the border between code and text, or other code, Delete and Backspace only take the caret over it: joined, one would become
 * what the other is. An empty block is joined, as nothing of it is lost.
 */
export function stepOverBorder(direction: 'back' | 'on'): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const { $from, empty } = selection
    const { parent } = $from
    const edge = direction === 'back' ? 0 : parent.content.size
    if (!empty || !parent.isTextblock || parent.content.size === 0 || $from.parentOffset !== edge)
      return false
    const border = direction === 'back' ? $from.before() : $from.after()
    const { nodeBefore, nodeAfter } = doc.resolve(border)
    const other = direction === 'back' ? nodeBefore : nodeAfter
    if (other?.isTextblock !== true || other.content.size === 0) return false
    if (parent.type.spec.code !== true && other.type.spec.code !== true) return false
    const position = direction === 'back' ? border - 1 : border + 1
    dispatch?.(tr.setSelection(TextSelection.create(doc, position)).scrollIntoView())
    return true
  }
}

/** Enter over text from the beginning of a block into code leaves an empty block before what is left of the code. */
export const splitOffCode: Command = ({ selection, tr }, dispatch) => {
  const { $from, $to } = selection
  const isIntoCode = !$from.sameParent($to) && $to.parent.type.spec.code === true
  if (!(selection instanceof TextSelection) || !isIntoCode || $from.parentOffset > 0) return false
  if ($from.parent.type.spec.code === true || $to.parentOffset === $to.parent.content.size) return false
  const { $from: $caret } = tr.deleteSelection().selection
  if ($caret.parent.type.spec.code !== true) return false
  dispatch?.(tr.insert($caret.before(), $from.parent.type.create($from.parent.attrs)).scrollIntoView())
  return true
}
