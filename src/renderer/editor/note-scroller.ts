import type { EditorView } from '@tiptap/pm/view'
import { blockIndexAt } from './block-at'

/** What is at the top of the page: a block by its number, and how far below the edge it begins. */
export interface PlaceInNote {
  readonly index: number
  readonly offsetPx: number
}

/** What a note is scrolled in. It asks for a layout only when there is something to scroll. */
export class NoteScroller {
  readonly #view: () => EditorView
  /** What was scrolled last, while it isn't at its top. */
  #scrolled: HTMLElement | undefined

  constructor(view: () => EditorView) {
    this.#view = view
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true })
  }

  /** Where the user is in the note; undefined at its top. */
  place(): PlaceInNote | undefined {
    if (this.#scrolled?.isConnected !== true) return undefined
    const { top } = this.#scrolled.getBoundingClientRect()
    const { dom } = this.#view()
    const index = blockIndexAt(dom, top)
    const block = dom.children[index]
    return block === undefined ? undefined : { index, offsetPx: block.getBoundingClientRect().top - top }
  }

  /** Goes to a place of the note that is drawn now, or to its top. */
  goTo(place: PlaceInNote | undefined): void {
    const block = place === undefined ? undefined : this.#view().dom.children[place.index]
    if (place === undefined || block === undefined) {
      this.#scrolled?.scrollTo({ top: 0, behavior: 'instant' })
      this.#scrolled = undefined
      return
    }
    const scroller = scrollerOf(block)
    if (scroller === undefined) return
    block.scrollIntoView({ block: 'start', behavior: 'instant' })
    const { top } = scroller.getBoundingClientRect()
    scroller.scrollTop += block.getBoundingClientRect().top - top - place.offsetPx
    this.#scrolled = scroller
  }

  destroy(): void {
    document.removeEventListener('scroll', this.#follow, { capture: true })
  }

  readonly #follow = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || !target.contains(this.#view().dom)) return
    this.#scrolled = target.scrollTop > 0 ? target : undefined
  }
}

/** The nearest element around another one that scrolls. */
export function scrollerOf(element: Element): HTMLElement | undefined {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  }
  return undefined
}
