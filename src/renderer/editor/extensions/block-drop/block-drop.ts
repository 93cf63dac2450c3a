import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { dropBlock } from './drop-block'

/** Drops whole blocks where Markdown has a place for them. */
export const BlockDrop = Extension.create({
  name: 'blockDrop',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDrop: (view, { clientX, clientY }, slice, isMove) => {
          const position = view.posAtCoords({ left: clientX, top: clientY })?.pos
          const tr = position === undefined ? undefined : dropBlock(view.state, { slice, position, isMove })
          if (tr === undefined) return false
          view.focus()
          view.dispatch(tr.setMeta('uiEvent', 'drop'))
          return true
        },
      },
    }),
  ],
})
