import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorContext } from '../../editor-context'
import { linkAtSelection } from './link-at'
import { LinkCards } from './link-cards'

/** Cards over links; F2 changes the link at the caret, Alt+Enter opens it. */
export function createLinkCards(context: EditorContext) {
  return Extension.create({
    name: 'linkCards',
    addStorage: () => ({ cards: undefined as LinkCards | undefined }),
    addKeyboardShortcuts() {
      return {
        F2: () => this.storage.cards?.editAtCaret() === true,
        'Alt-Enter': () => {
          const link = linkAtSelection(this.editor.state)
          if (link !== undefined) context.services.followLink(link)
          return link !== undefined
        },
      }
    },
    addProseMirrorPlugins() {
      // A note that is shown within another one has no cards of its own.
      if (context.isExcerpt) return []
      return [
        new Plugin({
          view: () => {
            const cards = new LinkCards(this.editor, context)
            this.storage.cards = cards
            return cards
          },
        }),
      ]
    },
  })
}
