import type { Editor } from '@tiptap/core'
import { parseWikiLink, safeLabel } from '../../../../shared/domain/wiki-link'
import type { LinkInText } from './link-at'

/** The label of a wiki link; empty without one. */
export function labelOfLink({ inner = '' }: LinkInText): string {
  return parseWikiLink(inner).label ?? ''
}

/** Lets a wiki link lead elsewhere, and gives it another label (an empty one takes the label away). */
export function changeWikiLink(editor: Editor, { from }: LinkInText, target: string, label: string): void {
  const shown = safeLabel(label)
  const address = safeLabel(target)
  const { tr } = editor.state
  editor.view.dispatch(tr.setNodeAttribute(from, 'inner', shown === '' ? address : `${address}|${shown}`))
}

/** Gives a link another address. */
export function changeAddress(editor: Editor, { from, to }: LinkInText, address: string): void {
  const { schema, tr } = editor.state
  const title: unknown = markOf(editor, from)?.attrs['title']
  tr.removeMark(from, to, schema.marks['link'])
  tr.addMark(from, to, schema.mark('link', { href: address, title: title ?? null }))
  editor.view.dispatch(tr)
}

/** Leaves only the text of a link. */
export function removeLink(editor: Editor, { kind, from, inner = '', to }: LinkInText): void {
  const { schema, tr } = editor.state
  if (kind === 'wiki') {
    const { heading, label, target } = parseWikiLink(inner)
    const text = label ?? (target || heading || inner)
    tr.replaceWith(from, to, schema.text(text, tr.doc.nodeAt(from)?.marks))
  } else tr.removeMark(from, to, schema.marks['link'])
  editor.view.dispatch(tr)
  editor.view.focus()
}

function markOf({ state }: Editor, position: number) {
  return state.doc.nodeAt(position)?.marks.find(mark => mark.type.name === 'link')
}
