import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** One faint line in a note without a word. Unlike TipTap's placeholder it looks at the first block only, at every key. */
export function createEmptyNote(text: () => string) {
  return Extension.create({
    name: 'emptyNote',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            const first = doc.firstChild
            const isEmpty =
              doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0
            if (!isEmpty || first === null) return undefined
            const attributes = { class: 'is-editor-empty', 'data-placeholder': text() }
            return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, attributes)])
          },
        },
      }),
    ],
  })
}
