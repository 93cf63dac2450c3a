import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A key acts where the keys before it have put the caret. The browser moves the caret at once but tells of it later; keys that had to
 * wait for a busy page come one right after the other, before it told, and ProseMirror would act where the caret was.
 */
export const CaretFirst = Extension.create({
  name: 'caretFirst',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: view => {
            if (!view.composing) readCaret(view)
            return false
          },
        },
      },
    }),
  ],
})

/** What ProseMirror does when the browser tells that the caret was moved; it has no other name for it. */
function readCaret(view: EditorView): void {
  const { domObserver } = view as EditorView & { readonly domObserver?: { flush?: () => void } }
  domObserver?.flush?.()
}
