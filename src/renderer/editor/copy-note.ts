import type { Editor } from '@tiptap/core'
import { DOMSerializer, type Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { loadMarkdown } from './markdown/load-markdown'

export type CopyFormat = 'markdown' | 'html'

/** Puts the selection, else the whole note, on the clipboard: as Markdown, or as the source of HTML. */
export function copyNote(editor: Editor, format: CopyFormat): void {
  const { selection, doc } = editor.state
  const content = selection.empty ? doc.content : selection.content().content
  const text =
    format === 'markdown'
      ? markdownOf(content, editor.schema)
      : htmlOf(content, DOMSerializer.fromSchema(editor.schema))
  writeClipboard(text)
}

/** The Markdown of a piece of a document, without a final line break; code that is copied out of a block is bare. */
export function markdownOf(content: Fragment, schema: Schema): string {
  const only = content.childCount === 1 ? content.firstChild : null
  if (only?.type.spec.code === true) return only.textContent
  const doc = documentOf(content, schema)
  if (doc === undefined) return content.textBetween(0, content.size, '\n')
  return loadMarkdown('', schema).save(doc).replace(/\n$/, '')
}

/** Rows of a table and bare text get what they must stand in. */
function documentOf(content: Fragment, schema: Schema): ProseMirrorNode | undefined {
  const first = content.firstChild
  if (first === null) return undefined
  const wrapper = first.type.name === 'tableRow' ? 'table' : first.isInline ? 'paragraph' : undefined
  try {
    const blocks = wrapper === undefined ? content : schema.node(wrapper, null, content)
    const doc = schema.topNodeType.create(null, blocks)
    doc.check()
    return doc
  } catch {
    return undefined
  }
}

function htmlOf(content: Fragment, serializer: DOMSerializer): string {
  // A document without a window loads nothing: images keep their addresses and are not fetched.
  const inert = document.implementation.createHTMLDocument()
  const host = inert.createElement('div')
  host.append(serializer.serializeFragment(content, { document: inert }))
  return host.getHTML()
}

/** Through the event of the old command, which needs no permission. */
function writeClipboard(text: string): void {
  const allow = (event: Event): void => event.preventDefault()
  const write = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('beforecopy', allow, { capture: true, once: true })
  document.addEventListener('copy', write, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('beforecopy', allow, { capture: true })
  document.removeEventListener('copy', write, { capture: true })
}
