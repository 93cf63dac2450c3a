import type { Editor } from '@tiptap/core'
import type { EditorState, PluginView } from '@tiptap/pm/state'
import { ReactRenderer } from '@tiptap/react'
import type { LinkPreview } from '../../../../shared/contract/note-procedures'
import { externalUrl } from '../../../../shared/domain/external-url'
import type { EditorContext } from '../../editor-context'
import { floatBeside } from '../../float-beside'
import { elementOf, type LinkInText, linkAtSelection, linkOfElement } from './link-at'
import { LinkCard } from './link-card'

const delayMs = 300
const graceMs = 200
const longestPreview = 1200

interface ShownCard {
  readonly link: LinkInText
  readonly element: HTMLElement
  readonly close: () => void
}

/**
 * The card of a link: after the pointer rested on it, or the caret in it, for a moment. It stays while the pointer is
 * on the link or on the card, or the focus in the card; Escape closes it.
 */
export class LinkCards implements PluginView {
  readonly #editor: Editor
  readonly #context: EditorContext
  readonly #controller = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The link that a card is wanted for: shown, or about to be. */
  #wanted: LinkInText | undefined
  #shown: ShownCard | undefined

  constructor(editor: Editor, context: EditorContext) {
    this.#editor = editor
    this.#context = context
    const { signal } = this.#controller
    const { dom } = editor.view
    dom.addEventListener('pointerover', event => this.#pointAt(event.target), { signal })
    dom.addEventListener('pointerleave', () => this.#leave(), { signal })
    dom.addEventListener('pointerdown', () => this.close(), { signal })
    window.addEventListener('keydown', event => event.key === 'Escape' && this.close(), {
      signal,
      capture: true,
    })
  }

  update({ state }: Editor['view'], before: EditorState): void {
    if (!state.doc.eq(before.doc)) return this.close()
    if (state.selection.eq(before.selection)) return
    const link = linkAtSelection(state)
    if (link === undefined) {
      if (this.#shown?.element.contains(document.activeElement) !== true) this.#leave()
    } else if (this.#editor.isFocused) this.#want(link)
  }

  destroy(): void {
    this.#controller.abort()
    this.close()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#wanted = undefined
    const card = this.#shown
    this.#shown = undefined
    if (card?.element.contains(document.activeElement) === true) this.#editor.view.focus()
    card?.close()
  }

  /** Shows the card of the link at the caret at once and puts the focus into its field. Returns whether there is one. */
  editAtCaret(): boolean {
    const link = linkAtSelection(this.#editor.state)
    if (link === undefined || !this.#editor.isEditable) return false
    void this.#show(link, true)
    return true
  }

  #pointAt(target: EventTarget | null): void {
    const link = target instanceof Element ? linkOfElement(this.#editor.view, target) : undefined
    if (link === undefined) this.#leave()
    else this.#want(link)
  }

  #want(link: LinkInText): void {
    clearTimeout(this.#timer)
    if (this.#shown !== undefined && isSame(this.#shown.link, link)) return
    this.#wanted = link
    this.#timer = setTimeout(() => void this.#show(link, false), delayMs)
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.#wanted = undefined
    const card = this.#shown
    if (card === undefined) return
    this.#timer = setTimeout(() => {
      const isInUse = card.element.contains(document.activeElement) || card.element.matches(':hover')
      if (!isInUse && this.#shown === card) this.close()
    }, graceMs)
  }

  async #show(link: LinkInText, isEdited: boolean): Promise<void> {
    clearTimeout(this.#timer)
    this.#wanted = link
    const preview = await this.#preview(link)
    const { view } = this.#editor
    if (this.#wanted !== link || this.#editor.isDestroyed) return
    const anchor = elementOf(view, link)
    if (anchor === undefined) return
    this.close()
    const renderer = new ReactRenderer(LinkCard, {
      editor: this.#editor,
      props: {
        link,
        preview,
        isEdited,
        editor: this.#editor,
        context: this.#context,
        onClose: () => (this.close(), view.focus()),
      },
    })
    const { element } = renderer
    element.className = 'editor-popover link-card'
    element.addEventListener('pointerenter', () => clearTimeout(this.#timer))
    element.addEventListener('pointerleave', () => this.#leave())
    view.dom.parentElement?.append(element)
    const stopFloating = floatBeside(anchor, element)
    this.#shown = {
      link,
      element,
      close: () => {
        stopFloating()
        renderer.destroy()
        element.remove()
      },
    }
  }

  async #preview({ kind, target }: LinkInText): Promise<LinkPreview | undefined> {
    if (kind === 'url' && (target === '' || externalUrl(target) !== undefined)) return undefined
    return this.#context.services.previewLink({ kind, target }, longestPreview).catch(() => undefined)
  }
}

function isSame(left: LinkInText, right: LinkInText): boolean {
  return left.from === right.from && left.to === right.to && left.target === right.target
}
