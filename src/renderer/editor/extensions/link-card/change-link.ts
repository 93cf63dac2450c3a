import type { Editor } from '@tiptap/core'
import { parseWikiLink, safeLabel } from '../../../../shared/domain/wiki-link'
import type { LinkInText } from './link-at'

/** The label of a wiki link; empty without one. */
export function labelOfLink({ inner = '' }: LinkInText): string {
  return parseWikiLink(inner).label ?? ''
}

/** Gives a link another address, or a wiki link another label (an empty one takes the label away). */
export function changeLink(editor: Editor, link: LinkInText, value: string): void {
  const { schema, tr } = editor.state
  const { from, kind, target, to } = link
  if (kind === 'wiki') {
    const label = safeLabel(value)
    tr.setNodeAttribute(from, 'inner', label === '' ? target : `${target}|${label}`)
  } else {
    const title: unknown = markOf(editor, from)?.attrs['title']
    tr.removeMark(from, to, schema.marks['link'])
    tr.addMark(from, to, schema.mark('link', { href: value, title: title ?? null }))
  }
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
