import { getMarkRange } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { addressOf } from '../wiki-link/wiki-link-view'

/** A link of the document: a wiki link, or text with an address. */
export interface LinkInText {
  readonly kind: 'wiki' | 'url'
  /** What it leads to. */
  readonly target: string
  /** What stands between the brackets of a wiki link. */
  readonly inner: string | undefined
  readonly from: number
  readonly to: number
}

/** The link that the caret is in, or the wiki link that is selected. */
export function linkAtSelection({ doc, selection }: EditorState): LinkInText | undefined {
  if (selection.to === selection.from + 1) return wikiLinkAt(doc, selection.from)
  return selection.empty ? textLinkAt(doc, selection.from) : undefined
}

/** The link that an element within the editor shows. */
export function linkOfElement(view: EditorView, element: Element): LinkInText | undefined {
  const link = element.closest('.wiki-link, a')
  if (link === null || link.closest('.ProseMirror') !== view.dom) return undefined
  const position = view.posAtDOM(link, 0, -1)
  if (position < 0) return undefined
  const { doc } = view.state
  return link.matches('a') ? textLinkAt(doc, position + 1) : wikiLinkAt(doc, position)
}

/** The element that shows a link. */
export function elementOf(view: EditorView, { kind, from }: LinkInText): Element | undefined {
  if (kind === 'wiki') {
    const dom = view.nodeDOM(from)
    return dom instanceof Element ? dom : undefined
  }
  const { node } = view.domAtPos(from, 1)
  const start = node instanceof Element ? (node.childNodes[view.domAtPos(from, 1).offset] ?? node) : node
  const element = start instanceof Element ? start : start.parentElement
  return element?.closest('a') ?? element?.querySelector('a') ?? undefined
}

function wikiLinkAt(doc: EditorState['doc'], position: number): LinkInText | undefined {
  const node = doc.nodeAt(position)
  if (node?.type.name !== 'wikiLink' || node.attrs['isEmbed'] === true) return undefined
  const inner = String(node.attrs['inner'])
  return { kind: 'wiki', target: addressOf(inner), inner, from: position, to: position + node.nodeSize }
}

function textLinkAt(doc: EditorState['doc'], position: number): LinkInText | undefined {
  const type = doc.type.schema.marks['link']
  if (type === undefined || position > doc.content.size) return undefined
  const $position = doc.resolve(position)
  const range = getMarkRange($position, type)
  const mark =
    range === undefined ? undefined : doc.nodeAt(range.from)?.marks.find(each => each.type === type)
  if (range === undefined || mark === undefined) return undefined
  return { kind: 'url', target: String(mark.attrs['href']), inner: undefined, ...range }
}
