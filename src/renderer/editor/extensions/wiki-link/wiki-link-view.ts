import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { LinkTarget } from '../../../../shared/contract/note-procedures'
import { isImageName } from '../../../../shared/domain/image-type'
import { parseEmbedSize, parseWikiLink } from '../../../../shared/domain/wiki-link'
import type { EditorContext } from '../../editor-context'
import { imagePlaceholder, isLoadedFrom } from '../../image-placeholder'
import { showEmbed, showsEmbeds } from './embed-view'
import { linkLabel } from './link-label'

type WikiLinkViewProps = Pick<NodeViewRendererProps, 'node' | 'view' | 'getPos'>

/** Shows a wiki link by its label, else by what it leads to; an embed as the image, note or question itself. */
export class WikiLinkView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #props: WikiLinkViewProps
  readonly #context: EditorContext
  readonly #inner: string
  readonly #isEmbed: boolean
  readonly #end: () => void

  constructor(props: WikiLinkViewProps, context: EditorContext) {
    const { node } = props
    this.#props = props
    this.#context = context
    this.#inner = innerOf(node)
    this.#isEmbed = node.attrs['isEmbed'] === true
    this.dom.dataset['inner'] = this.#inner
    if (this.#isEmbed) this.dom.dataset['embed'] = ''
    this.#end = this.#isEmbed ? this.#showEmbed() : this.#showLink()
  }

  destroy(): void {
    this.#end()
  }

  ignoreMutation({ type }: ViewMutationRecord): boolean {
    if (type === 'selection' && !this.#isEmbed) this.#leadCaretOut()
    return true
  }

  /** A click on a link opens it, so the caret stays where it is; with Shift or Alt held it selects the link. */
  stopEvent(event: Event): boolean {
    const isInside = event.target instanceof Element && event.target.closest('.embed-body, button') !== null
    if (this.#isEmbed) return isInside
    if (!(event instanceof MouseEvent) || event.type !== 'mousedown' || selectsLink(event)) return false
    if (event.button === 0) event.preventDefault()
    return true
  }

  /** A click beside the link can put the caret into it, where nothing can be typed. */
  #leadCaretOut(): void {
    const selection = document.getSelection()
    if (selection?.isCollapsed !== true || !this.dom.contains(selection.anchorNode)) return
    const isBehind = selection.anchorOffset * 2 > this.dom.textContent.length
    // The view is reading the selection.
    queueMicrotask(() => {
      const { view, getPos, node } = this.#props
      const start = view.isDestroyed ? undefined : getPos()
      if (start === undefined) return
      const { doc, tr } = view.state
      view.dispatch(tr.setSelection(TextSelection.create(doc, isBehind ? start + node.nodeSize : start)))
      view.focus()
    })
  }

  #showEmbed(): () => void {
    const address = addressOf(this.#inner)
    if (isImageName(fileOf(address))) {
      this.dom.className = 'note-image'
      return showImage(this.dom, this.#inner, this.#context)
    }
    if (!showsEmbeds(this.#context)) return this.#showLink()
    this.dom.className = 'embed'
    return showEmbed(this.dom, address, this.#context)
  }

  #showLink(): () => void {
    const { services } = this.#context
    const target = addressOf(this.#inner)
    this.dom.className = 'wiki-link'
    this.dom.textContent = linkLabel(this.#inner)
    this.dom.addEventListener('click', event => {
      if (event.button !== 0 || selectsLink(event)) return
      event.preventDefault()
      services.followLink({ kind: 'wiki', target })
    })
    let isGone = false
    let shown: LinkTarget | undefined
    const resolve = (): void =>
      void services.resolveLink(target).then(
        found => {
          if (isGone) return
          shown = found
          this.#showTarget(found)
        },
        () => undefined,
      )
    resolve()
    // What was missing may have been made, and what was there may be gone.
    const stopListening = services.onNotesChanged(paths => {
      if (shown?.kind === 'missing' || (shown?.kind === 'note' && paths.includes(shown.path))) resolve()
    })
    const stopListeningToFiles = services.onFilesChanged(
      () => (shown?.kind === 'missing' || shown?.kind === 'attachment') && resolve(),
    )
    return () => {
      isGone = true
      stopListening()
      stopListeningToFiles()
    }
  }

  #showTarget(target: LinkTarget): void {
    const { translate } = this.#context
    this.dom.classList.toggle('is-missing', isGoneTarget(target))
    if (target.kind === 'attachment' && target.size === null) {
      this.dom.setAttribute('aria-description', translate('editor.file.missing', { path: target.path }))
      return
    }
    if (target.kind === 'missing') {
      const missing = translate('editor.wikiLink.missing', { target: target.target })
      this.dom.setAttribute('aria-description', missing)
      return
    }
    const title = target.kind === 'attachment' ? target.path : target.title
    this.dom.setAttribute('aria-description', translate('editor.wikiLink.follow', { title }))
    const { label, blockId } = parseWikiLink(this.#inner)
    if (target.kind === 'question' && blockId !== undefined && label === undefined)
      this.dom.textContent = title
  }
}

function isGoneTarget(target: LinkTarget): boolean {
  return target.kind === 'missing' || (target.kind === 'attachment' && target.size === null)
}

/** What a wiki link leads to: all before the bar at which its label begins. */
export function addressOf(inner: string): string {
  return inner.split('|', 1)[0]?.replace(/\\$/, '').trim() ?? ''
}

function innerOf(node: ProseMirrorNode): string {
  return String(node.attrs['inner'])
}

/** Of `picture.svg#icon` the file. */
function fileOf(address: string): string {
  return address.split('#', 1)[0] ?? ''
}

/** Shows `![[picture.png|300]]` in `dom`; one without a folder is in `attachments/`, as the notebook resolves it. */
function showImage(dom: HTMLElement, inner: string, context: EditorContext): () => void {
  const { services } = context
  const address = fileOf(addressOf(inner))
  const { width, height } = parseEmbedSize(inner)
  const source = encodeURI(address.includes('/') ? address : `attachments/${address}`)
  show()
  return services.onFilesChanged(paths => {
    const url = services.imageUrl(source)
    if (url === undefined || !isLoadedFrom(url, paths)) return
    const image = dom.querySelector('img')
    // What is shown stays until the other picture is there.
    if (image === null) show()
    else image.src = url
  })

  function show(): void {
    const url = services.imageUrl(source)
    const about = { text: '', address, url }
    if (url === undefined) return dom.replaceChildren(imagePlaceholder(about, context))
    const image = document.createElement('img')
    image.alt = address
    if (width !== undefined) image.style.width = `${width}px`
    if (height !== undefined) image.style.height = `${height}px`
    image.addEventListener('error', () => image.replaceWith(imagePlaceholder(about, context)))
    image.src = url
    dom.replaceChildren(image)
  }
}

function selectsLink(event: MouseEvent): boolean {
  return event.shiftKey || event.altKey
}
