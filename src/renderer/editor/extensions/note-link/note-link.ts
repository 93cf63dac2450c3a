import type { Attribute } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import Link from '@tiptap/extension-link'
import type { EditorContext } from '../../editor-context'
import { isApple } from '../../../state/is-apple'

/** The `link` mark with what a Markdown link has: an address and a title. Followed with Ctrl or Command held. */
export function createNoteLink(context: EditorContext) {
  return Link.extend({
    addAttributes: () => ({ href: attribute('href', ''), title: attribute('title', null) }),
    parseHTML() {
      return [{ tag: 'a[data-href]' }, ...(this.parent?.() ?? [])]
    },
    addMarkView: () => props => {
      const dom = document.createElement('a')
      const { title } = props.mark.attrs
      const address = String(props.mark.attrs['href'])
      // What the note says, also where it is none that a page may have.
      dom.dataset['href'] = address
      if (typeof title === 'string') dom.dataset['title'] = title
      if (isAllowedAddress(address)) dom.setAttribute('href', address)
      dom.setAttribute('aria-description', tooltip(address, title, context))
      return { dom, contentDOM: dom }
    },
    addProseMirrorPlugins() {
      return [...(this.parent?.() ?? []), createLinkClicks(context)]
    },
  }).configure({
    autolink: true,
    enableClickSelection: false,
    HTMLAttributes: { rel: 'noopener noreferrer' },
    isAllowedUri: url => isAllowedAddress(url),
    linkOnPaste: true,
    openOnClick: false,
  })
}

/** As an `<a>` has it; the one in the page has it as data too. */
function attribute(name: string, missing: string | null): Partial<Attribute> {
  return {
    default: missing,
    parseHTML: element => element.dataset[name] ?? element.getAttribute(name) ?? missing,
  }
}

/** Whether an address may be followed or shown as a link: http, https, mailto, or relative. */
export function isAllowedAddress(address: string): boolean {
  // Browsers skip control characters and spaces when they read a scheme.
  const compact = [...address]
    .filter(character => character > ' ' && !/[\u007f-\u00a0]/.test(character))
    .join('')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme)
}

function tooltip(address: string, title: unknown, { translate }: EditorContext): string {
  const shortcut = isApple() ? '⌘' : 'Ctrl'
  const hint = translate('editor.link.follow', { address, shortcut })
  return typeof title === 'string' && title !== '' ? `${title}\n${hint}` : hint
}

/**
 * Follows links. The page itself must never navigate, so every click on a link is stopped; and as ProseMirror would
 * select the whole paragraph at a click with Ctrl, this handles it before.
 */
function createLinkClicks({ services }: EditorContext): Plugin {
  return new Plugin({
    props: {
      handleClick(view, _position, event) {
        const target = linkAt(event)?.getAttribute('href') ?? ''
        const isMeant = event.button === 0 && (!view.editable || event.ctrlKey || event.metaKey)
        if (isMeant && target !== '') services.followLink({ kind: 'url', target })
        return isMeant && target !== ''
      },
      handleDOMEvents: { click: stopOnLink, auxclick: stopOnLink },
    },
  })
}

function stopOnLink(_view: unknown, event: MouseEvent): boolean {
  if (linkAt(event) !== null) event.preventDefault()
  return false
}

function linkAt(event: MouseEvent): Element | null {
  return event.target instanceof Element ? event.target.closest('a') : null
}
