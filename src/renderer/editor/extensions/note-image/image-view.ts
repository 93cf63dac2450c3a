import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import {
  formatImageText,
  type ImageText,
  parseImageText,
} from '../../../../shared/domain/markdown/image-text'
import type { EditorContext } from '../../editor-context'
import { openImagePopover } from './image-popover'
import { createResizeHandle } from './resize-handle'

export type ImageViewProps = Pick<NodeViewRendererProps, 'editor' | 'node' | 'getPos'>

/** Shows an image at its width, or a box that says what is missing; selected, it can be described and resized. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #props: ImageViewProps
  readonly #context: EditorContext
  #node: ProseMirrorNode
  #closePopover: (() => void) | undefined

  constructor(props: ImageViewProps, context: EditorContext) {
    this.#props = props
    this.#context = context
    this.#node = props.node
    this.dom.className = 'note-image'
    this.#show(undefined)
  }

  update(updated: ProseMirrorNode): boolean {
    if (updated.type !== this.#node.type) return false
    const before = this.#node
    this.#node = updated
    if (updated.sameMarkup(before)) return true
    const isSameSource = updated.attrs['src'] === before.attrs['src']
    this.#show(isSameSource ? (this.dom.querySelector('img') ?? undefined) : undefined)
    return true
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode')
    if (!this.#props.editor.isEditable) return
    this.#closePopover ??= openImagePopover(this.dom, {
      editor: this.#props.editor,
      read: () => ({ ...imageText(this.#node), src: this.#src }),
      change: text => this.#setAttribute('alt', formatImageText(text)),
      open: () => this.#context.services.followLink({ kind: 'url', target: this.#src }),
      remove: () => this.#remove(),
      replace: file => this.#replace(file),
    })
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode')
    this.destroy()
  }

  destroy(): void {
    this.#closePopover?.()
    this.#closePopover = undefined
  }

  ignoreMutation(): boolean {
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.image-resize') !== null
  }

  get #src(): string {
    return text(this.#node.attrs['src'])
  }

  #show(shown: HTMLImageElement | undefined): void {
    for (const name of ['src', 'alt', 'title']) this.#keep(`data-${name}`, this.#node.attrs[name])
    const { description, width, height } = imageText(this.#node)
    const url = this.#context.services.imageUrl(this.#src)
    if (url === undefined) return this.#showPlaceholder()
    const image = shown ?? this.#load(url)
    image.alt = description === '' ? fileNameOf(this.#src) : description
    image.title = text(this.#node.attrs['title'])
    image.style.width = width === undefined ? '' : `${width}px`
    image.style.height = height === undefined ? '' : `${height}px`
    if (image !== shown) this.dom.replaceChildren(image)
  }

  /** What the note says, which what is shown of it doesn't tell. */
  #keep(name: string, value: unknown): void {
    if (typeof value === 'string') this.dom.setAttribute(name, value)
    else this.dom.removeAttribute(name)
  }

  #showPlaceholder(): void {
    this.dom.replaceChildren(placeholder(imageText(this.#node).description, this.#src, this.#context))
  }

  #load(url: string): HTMLImageElement {
    const image = document.createElement('img')
    image.src = url
    image.draggable = false
    image.addEventListener('error', () => this.#showPlaceholder())
    image.addEventListener('load', () => {
      if (!this.#props.editor.isEditable) return
      const resize = (width: number): void =>
        this.#setAttribute('alt', formatImageText({ ...imageText(this.#node), width, height: undefined }))
      this.dom.append(createResizeHandle(image, resize, this.#context))
    })
    return image
  }

  #setAttribute(name: string, value: string): void {
    const { editor, getPos } = this.#props
    const position = getPos()
    if (position === undefined || editor.isDestroyed) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, name, value))
  }

  #remove(): void {
    const { editor, getPos } = this.#props
    const position = getPos()
    if (position === undefined) return
    editor.view.dispatch(editor.state.tr.delete(position, position + this.#node.nodeSize))
    editor.view.focus()
  }

  async #replace(file: File): Promise<void> {
    const src = await this.#context.services.addImage(file)
    if (src !== undefined) this.#setAttribute('src', src)
  }
}

function imageText(node: ProseMirrorNode): ImageText {
  return parseImageText(text(node.attrs['alt']))
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

function fileNameOf(src: string): string {
  return src.startsWith('data:') ? '' : src.slice(src.lastIndexOf('/') + 1).replaceAll('%20', ' ')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
