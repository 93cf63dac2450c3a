import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { dropBlock } from './drop-block'

/** Drops whole blocks where Markdown has a place for them. */
export const BlockDrop = Extension.create({
  name: 'blockDrop',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDrop: (view, { clientX, clientY }, slice, isMove) => {
          const position = view.posAtCoords({ left: clientX, top: clientY })?.pos
          const moved = isMove ? (draggedNode(view) ?? view.state.selection) : undefined
          const tr = position === undefined ? undefined : dropBlock(view.state, { slice, position, moved })
          if (tr === undefined) return false
          view.focus()
          view.dispatch(tr.setMeta('uiEvent', 'drop'))
          return true
        },
      },
    }),
  ],
})

/** ProseMirror keeps to itself what it drags; a table can't be selected as a whole. */
function draggedNode({ dragging }: EditorView): NodeSelection | undefined {
  if (dragging === null || !('node' in dragging)) return undefined
  return dragging.node instanceof NodeSelection ? dragging.node : undefined
}
