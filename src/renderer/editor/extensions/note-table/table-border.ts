import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, Selection } from '@tiptap/pm/state'

/** Keeps a table and the text beside it apart. */
export const TableBorder = Extension.create({
  name: 'tableBorder',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const into = run(stepIntoTable('back'))
    const back = () => this.editor.commands.undoInputRule() || into()
    const on = run(stepIntoTable('on'))
    return {
      Backspace: back,
      'Mod-Backspace': back,
      'Shift-Backspace': back,
      Delete: on,
      'Mod-Delete': on,
    }
  },
})

/**
 * At the border of a table Backspace and Delete take the caret into its nearest cell. ProseMirror would select the table, which is then
 * lost to the next letter. An empty block between them goes.
 */
export function stepIntoTable(direction: 'back' | 'on'): Command {
  return ({ selection, tr }, dispatch) => {
    const { $from, empty } = selection
    const { parent } = $from
    const edge = direction === 'back' ? 0 : parent.content.size
    if (!empty || !parent.isTextblock || $from.parentOffset !== edge) return false
    const $border = tr.doc.resolve(direction === 'back' ? $from.before() : outermostEnd($from))
    const other = direction === 'back' ? $border.nodeBefore : $border.nodeAfter
    if (other?.type.spec['tableRole'] !== 'table') return false
    if (parent.content.size === 0 && $border.depth === $from.depth - 1)
      tr.delete($from.before(), $from.after())
    const border = tr.doc.resolve(tr.mapping.map($border.pos, direction === 'back' ? -1 : 1))
    const cell = Selection.findFrom(border, direction === 'back' ? -1 : 1, true)
    if (cell === null) return false
    dispatch?.(tr.setSelection(cell).scrollIntoView())
    return true
  }
}

/** The end of the outermost block that ends here, such as that of a list whose last item this is. */
function outermostEnd($position: ResolvedPos): number {
  let { depth } = $position
  while (depth > 1 && $position.indexAfter(depth - 1) === $position.node(depth - 1).childCount) depth -= 1
  return $position.after(depth)
}
