import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { BlockGroups, fewestBlocks } from './block-groups'
import { nearRange } from './near-range'

/**
 * Marks the top-level blocks at the caret with the class `is-near`, so that the style sheet can leave the layout of all
 * others of a long note to `content-visibility`. The block of the caret must be laid out: in a new block that isn't, Chromium puts
 * what is typed in the wrong order. Those that the selection is in have the class `has-caret` as well.
 */
export const NearBlocks = Extension.create({
  name: 'nearBlocks',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: nearBlocks,
        attributes: ({ doc }): Record<string, string> =>
          doc.childCount < fewestBlocks ? {} : { class: 'is-long' },
      },
      view: view => new BlockGroups(view),
    }),
  ],
})

function nearBlocks(state: EditorState): DecorationSet {
  const { doc, selection } = state
  const { first, last } = nearRange(state)
  const decorations: Decoration[] = []
  let position = doc.resolve(selection.from).posAtIndex(first, 0)
  for (let index = first; index < last; index += 1) {
    const end = position + doc.child(index).nodeSize
    const hasCaret = index >= selection.$from.index(0) && index <= selection.$to.index(0)
    decorations.push(Decoration.node(position, end, { class: hasCaret ? 'is-near has-caret' : 'is-near' }))
    position = end
  }
  return DecorationSet.create(doc, decorations)
}
