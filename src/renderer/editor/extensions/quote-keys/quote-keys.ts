import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { liftTarget } from '@tiptap/pm/transform'

/** Backspace at the beginning of a quote takes the quote away, whatever stands before it. */
export const QuoteKeys = Extension.create({
  name: 'quoteKeys',
  addKeyboardShortcuts() {
    const backspace = () =>
      this.editor.commands.undoInputRule() || liftFromQuote(this.editor.state, this.editor.view.dispatch)
    return { Backspace: backspace, 'Mod-Backspace': backspace }
  },
})

/** After a list and the like: ProseMirror would put the quote into what stands before it, or select that. */
export const liftFromQuote: Command = ({ doc, selection, tr }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false
  const range = $from.blockRange()
  const target = range === null ? null : liftTarget(range)
  if (range === null || target === null) return false
  for (let depth = $from.depth - 1; depth > 0 && $from.index(depth) === 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'blockquote') return false
    const { nodeBefore } = doc.resolve($from.before(depth))
    if (nodeBefore === null) continue
    if (!takesQuote(nodeBefore)) return false
    dispatch?.(tr.lift(range, target).scrollIntoView())
    return true
  }
  return false
}

function takesQuote({ type }: ProseMirrorNode): boolean {
  return type.isInGroup('list') || type.name === 'footnoteDefinition' || type.spec['tableRole'] === 'table'
}
