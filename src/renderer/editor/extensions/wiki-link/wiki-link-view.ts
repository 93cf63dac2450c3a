import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { LinkTarget } from '../../../../shared/contract/note-procedures'
import { parseWikiLink } from '../../../../shared/domain/wiki-link'
import type { EditorContext } from '../../editor-context'

/** Shows a wiki link by its label, else by what it leads to; an embedded image as the image. */
export function createWikiLinkView({ node }: NodeViewRendererProps, context: EditorContext): NodeView {
  const inner = String(node.attrs['inner'])
  const address = addressOf(inner)
  const dom = document.createElement('span')
  dom.className = 'wiki-link'
  dom.dataset['inner'] = inner
  const image = node.attrs['isEmbed'] === true ? embeddedImage(address, context) : undefined
  if (image === undefined) dom.textContent = labelOf(inner)
  else dom.replaceChildren(image)
  dom.addEventListener('click', event => {
    if (event.button !== 0 || isModified(event)) return
    event.preventDefault()
    context.services.followLink({ kind: 'wiki', target: address })
  })
  let isGone = false
  void context.services.resolveLink(address).then(
    target => {
      if (!isGone) showTarget(dom, inner, target, context)
    },
    () => undefined,
  )
  return {
    dom,
    ignoreMutation: () => true,
    // A plain click opens the link, so the caret stays where it is; with a key held it selects the link.
    stopEvent: event => {
      if (!(event instanceof MouseEvent) || event.type !== 'mousedown' || isModified(event)) return false
      if (event.button === 0) event.preventDefault()
      return true
    },
    destroy: () => {
      isGone = true
    },
  }
}

/** Without the label, which begins at a bar. */
function addressOf(inner: string): string {
  return inner.split('|', 1)[0]?.replace(/\\$/, '').trim() ?? ''
}

function labelOf(inner: string): string {
  const { label, target, heading } = parseWikiLink(inner)
  if (label !== undefined) return label
  const shown = [target, heading].filter(part => part !== undefined && part !== '').join(' › ')
  return shown === '' ? inner : shown
}

function showTarget(dom: HTMLElement, inner: string, target: LinkTarget, { translate }: EditorContext): void {
  dom.classList.toggle('is-missing', target.kind === 'missing')
  if (target.kind === 'missing') {
    dom.title = translate('editor.wikiLink.missing', { target: target.target })
    return
  }
  const title = target.kind === 'attachment' ? target.path : target.title
  dom.title = translate('editor.wikiLink.follow', { title })
  const { label, blockId } = parseWikiLink(inner)
  if (target.kind === 'question' && blockId !== undefined && label === undefined) dom.textContent = title
}

function embeddedImage(address: string, { services }: EditorContext): HTMLImageElement | undefined {
  if (!/\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test(address)) return undefined
  const url = services.imageUrl(address)
  if (url === undefined) return undefined
  const image = document.createElement('img')
  image.src = url
  image.alt = address
  return image
}

function isModified(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
}
