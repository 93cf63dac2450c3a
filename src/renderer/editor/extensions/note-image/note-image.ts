import type { NodeViewRendererProps } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import type { NodeView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'

/** An image in a line of text, with Markdown's three attributes; what can't be loaded is shown by its description. */
export function createNoteImage(context: EditorContext) {
  return Image.extend({
    addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
    addNodeView: () => props => createImageView(props, context),
  }).configure({ inline: true, allowBase64: true })
}

function createImageView({ node }: NodeViewRendererProps, context: EditorContext): NodeView {
  const src = text(node.attrs['src'])
  const alt = text(node.attrs['alt'])
  const dom = document.createElement('span')
  dom.className = 'note-image'
  const url = context.services.imageUrl(src)
  if (url === undefined) dom.replaceChildren(placeholder(alt, src, context))
  else {
    const image = document.createElement('img')
    image.alt = alt
    image.title = text(node.attrs['title'])
    image.src = url
    image.addEventListener('error', () => dom.replaceChildren(placeholder(alt, src, context)))
    dom.replaceChildren(image)
  }
  return { dom, ignoreMutation: () => true }
}

function placeholder(alt: string, src: string, { translate }: EditorContext): HTMLElement {
  const box = document.createElement('span')
  box.className = 'image-placeholder'
  box.role = 'img'
  box.ariaLabel = alt === '' ? src : alt
  box.title = translate('editor.image.unavailable')
  box.append(line('image-placeholder-text', alt), line('image-placeholder-source', src))
  return box
}

function line(className: string, value: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = value
  element.hidden = value === ''
  return element
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
