import type { Editor } from '@tiptap/core'
import type { Fragment, Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { loadMarkdown } from './markdown/load-markdown'

export type CopyFormat = 'markdown' | 'html'

/** Puts the selection, else the whole note, on the clipboard: as Markdown, or as the source of HTML. */
export async function copyNote(editor: Editor, format: CopyFormat): Promise<void> {
  const { selection, doc } = editor.state
  const content = selection.empty ? doc.content : selection.content().content
  const markdown = markdownOf(content, editor.schema)
  if (format === 'markdown') return writeClipboard(markdown)
  const { markdownAsHtml } = await import('./markdown-as-html')
  writeClipboard(await markdownAsHtml(markdown, document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'))
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
