import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { decodePath } from '../../../../shared/domain/link-keys'
import {
  formatImageText,
  type ImageText,
  parseImageText,
} from '../../../../shared/domain/markdown/image-text'
import type { EditorContext } from '../../editor-context'
import { imagePlaceholder, isLoadedFrom } from '../../image-placeholder'
import { isApple } from '../../../state/is-apple'
import { openImagePopover } from './image-popover'
import { createResizeHandle } from './resize-handle'

export type ImageViewProps = Pick<NodeViewRendererProps, 'editor' | 'node' | 'getPos'>

/** Shows an image at its width, or a box that says what is missing; selected, it can be described and resized. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #props: ImageViewProps
  readonly #context: EditorContext
  #node: ProseMirrorNode
  readonly #stopListening: () => void
  #closePopover: (() => void) | undefined

  constructor(props: ImageViewProps, context: EditorContext) {
    this.#props = props
    this.#context = context
    this.#node = props.node
    this.dom.className = 'note-image'
    this.#show(undefined)
    this.#stopListening = context.services.onFilesChanged(paths => {
      const url = this.#url
      if (url !== undefined && isLoadedFrom(url, paths)) this.#loadAgain(url)
    })
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
      read: () => imageText(this.#node),
      shownWidth: () => this.dom.querySelector('img')?.clientWidth,
      change: text => this.#setAttribute('alt', formatImageText(text)),
      open: () => this.#context.services.followLink({ kind: 'url', target: this.#src }),
      remove: () => this.#remove(),
      replace: file => this.#replace(file),
    })
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode')
    this.#close()
  }

  destroy(): void {
    this.#stopListening()
    this.#close()
  }

  #close(): void {
    this.#closePopover?.()
    this.#closePopover = undefined
  }

  ignoreMutation(): boolean {
    return true
  }

  /** The handle's own, but for the keys that undo what it did. */
  stopEvent(event: Event): boolean {
    const isOnHandle = event.target instanceof Element && event.target.closest('.image-resize') !== null
    return isOnHandle && !(event instanceof KeyboardEvent && travelsHistory(event))
  }

  get #src(): string {
    return text(this.#node.attrs['src'])
  }

  get #url(): string | undefined {
    return this.#context.services.imageUrl(this.#src)
  }

  #show(shown: HTMLImageElement | undefined): void {
    const url = this.#url
    for (const name of ['src', 'alt', 'title']) this.#keep(`data-${name}`, this.#node.attrs[name])
    const { description, width, height } = imageText(this.#node)
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
    const { description } = imageText(this.#node)
    const about = { text: description, address: this.#src, url: this.#url }
    this.dom.replaceChildren(imagePlaceholder(about, this.#context))
  }

  #load(url: string): HTMLImageElement {
    const image = document.createElement('img')
    image.src = url
    image.draggable = false
    image.addEventListener('error', () => image.parentElement === this.dom && this.#showPlaceholder())
    image.addEventListener('load', () => {
      if (!this.#props.editor.isEditable || image.parentElement !== this.dom) return
      if (this.dom.querySelector('.image-resize') !== null) return
      const resize = (width: number): void =>
        this.#setAttribute('alt', formatImageText({ ...imageText(this.#node), width, height: undefined }))
      this.dom.append(createResizeHandle(image, resize, this.#context))
    })
    return image
  }

  /** What is shown stays until the other picture is there. */
  #loadAgain(url: string): void {
    const image = this.dom.querySelector('img')
    if (image === null) this.#show(undefined)
    else image.src = url
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
    const src = await this.#context.services.addFile(file)
    if (src !== undefined) this.#setAttribute('src', src)
  }
}

function travelsHistory({ altKey, ctrlKey, key, metaKey }: KeyboardEvent): boolean {
  return (isApple() ? metaKey : ctrlKey) && !altKey && /^[zy]$/i.test(key)
}

function imageText(node: ProseMirrorNode): ImageText {
  return parseImageText(text(node.attrs['alt']))
}

function fileNameOf(src: string): string {
  return src.startsWith('data:') ? '' : decodePath(src.slice(src.lastIndexOf('/') + 1))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
