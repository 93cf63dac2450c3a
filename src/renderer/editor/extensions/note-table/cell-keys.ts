import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { CellSelection, nextCell } from '@tiptap/pm/tables'

/** Where no cell comes any more, cells stay selected: the browser would go on with a caret of its own. */
export const CellKeys = Extension.create({
  name: 'cellKeys',
  addKeyboardShortcuts() {
    const stay =
      (...way: Way) =>
      () =>
        isAtEdge(this.editor.state, way)
    return {
      'Shift-ArrowLeft': stay('horiz', -1),
      'Shift-ArrowRight': stay('horiz', 1),
      'Shift-ArrowUp': stay('vert', -1),
      'Shift-ArrowDown': stay('vert', 1),
    }
  },
})

type Way = readonly [axis: 'horiz' | 'vert', direction: -1 | 1]

/** Whether cells are selected that can't be selected farther in a direction. */
function isAtEdge({ selection }: EditorState, [axis, direction]: Way): boolean {
  return selection instanceof CellSelection && nextCell(selection.$headCell, axis, direction) === null
}
