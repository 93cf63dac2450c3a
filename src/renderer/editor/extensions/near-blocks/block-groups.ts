import type { PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { divideBlocks } from './divide-blocks'
import { nearRange } from './near-range'

interface BlockGroup {
  readonly element: HTMLElement
  readonly slot: HTMLSlotElement
  /** Children of the text, in their order. */
  readonly blocks: readonly ChildNode[]
}

/**
 * Blocks from which on a note is long: to lay all of it out costs more than to find out what is in sight. The text keeps its groups
 * for notes that are shorter.
 */
export const fewestBlocks = 40
const lettersInLine = 75

/**
 * A group is as wide as the blocks in it, which reach over the text's padding. Only the groups have `content-visibility`: where
 * blocks within a group come to their height one by one after it, Chromium loses what it keeps in its place on the screen.
 */
const groupStyle = `
  .group {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--height) * 1em);
    margin-inline: calc(-1 * var(--space-8));
    padding-inline: var(--space-8);
  }
  .group.is-near {
    content-visibility: visible;
  }
  ::slotted(*) {
    content-visibility: visible !important;
    contain-intrinsic-size: none !important;
  }
  /* What is editable in something that isn't takes the focus: groups are in something without a box, which doesn't. */
  .groups {
    display: contents;
  }
  :host([contenteditable='true']) .groups {
    -webkit-user-modify: read-write;
  }
  @media print {
    .group {
      content-visibility: visible;
    }
  }
`

/**
 * Lays the blocks of a long note out in groups of about a dozen. At each key Chromium lays the column out, paints it, and
 * looks where each box is that `content-visibility` watches: all of that grows with the boxes in the column. The groups
 * are elements of a shadow tree, and the blocks are assigned to their slots; the tree that ProseMirror reads and
 * writes stays as flat as it is. Decision 032 has the measurements.
 */
export class BlockGroups implements PluginView {
  readonly #host: HTMLElement
  readonly #observer: MutationObserver
  #groups: readonly BlockGroup[] = []
  #near: ReadonlySet<HTMLElement> = new Set()
  #root: HTMLElement | undefined

  constructor(view: EditorView) {
    this.#host = view.dom
    // What the browser itself puts into the text comes without an update of the view.
    this.#observer = new MutationObserver(() => this.#regroup())
    if (this.#host.shadowRoot !== null) this.#begin(this.#host.shadowRoot)
    this.update(view)
  }

  update(view: EditorView): void {
    if (this.#root === undefined) {
      if (view.state.doc.childCount < fewestBlocks || !canGroup()) return
      this.#begin(this.#host.attachShadow({ mode: 'open', slotAssignment: 'manual' }))
    } else if (this.#observer.takeRecords().length > 0) {
      this.#regroup()
    }
    this.#showNear(view)
  }

  destroy(): void {
    this.#observer.disconnect()
  }

  #begin(shadow: ShadowRoot): void {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(groupStyle)
    shadow.adoptedStyleSheets = [sheet]
    this.#root = document.createElement('div')
    this.#root.className = 'groups'
    shadow.replaceChildren(this.#root)
    this.#observer.observe(this.#host, { childList: true })
    this.#regroup()
  }

  #regroup(): void {
    if (this.#root === undefined) return
    const blocks = [...this.#host.childNodes]
    const groups = divideBlocks(blocks, this.#groups, weightOf).map(part =>
      fill(part.group ?? createGroup(), part.blocks),
    )
    const kept = new Set(groups.map(({ element }) => element))
    for (const { element } of this.#groups) if (!kept.has(element)) element.remove()
    let next = this.#root.firstElementChild
    for (const { element } of groups) {
      if (element === next) next = element.nextElementSibling
      else this.#root.insertBefore(element, next)
    }
    this.#groups = groups
  }

  /** The groups of the blocks at the caret are laid out wherever they are, as these blocks are. */
  #showNear(view: EditorView): void {
    const near = new Set<HTMLElement>()
    const { first, last } = nearRange(view.state)
    let block: Node | null =
      first < last ? view.nodeDOM(view.state.selection.$from.posAtIndex(first, 0)) : null
    for (let index = first; index < last && block !== null; index += 1) {
      const group = groupOf(block)
      if (group !== undefined) near.add(group)
      block = block.nextSibling
    }
    for (const group of this.#near) if (!near.has(group)) group.classList.remove('is-near')
    for (const group of near) group.classList.add('is-near')
    this.#near = near
  }
}

/** The box that a block is laid out in, if it is in a group. */
export function groupOf(block: Node): HTMLElement | undefined {
  return block instanceof Element ? (block.assignedSlot?.parentElement ?? undefined) : undefined
}

function createGroup(): BlockGroup {
  const element = document.createElement('div')
  element.className = 'group'
  const slot = document.createElement('slot')
  element.append(slot)
  return { element, slot, blocks: [] }
}

function fill(group: BlockGroup, blocks: readonly ChildNode[]): BlockGroup {
  if (group.blocks.length === blocks.length && group.blocks.every((block, index) => block === blocks[index]))
    return group
  group.slot.assign(...blocks.filter(block => block instanceof Element || block instanceof Text))
  const height = blocks.reduce((sum, block) => sum + heightOf(block), 0)
  group.element.style.setProperty('--height', height.toFixed(1))
  return { ...group, blocks }
}

/** A formula takes about as long as three lines of text. */
function weightOf(block: ChildNode): number {
  return block instanceof Element ? 1 + 3 * block.querySelectorAll('.inline-math').length : 1
}

/** About how high a block will be, in units of its text's size, space above it included. */
function heightOf(block: ChildNode): number {
  const text = block.textContent ?? ''
  const rows = block instanceof Element ? block.querySelectorAll('li, p, tr').length : 0
  const lines = Math.max(1, Math.ceil(text.length / lettersInLine), rows, text.split('\n').length)
  return 0.75 + 1.6 * lines
}

/** Only in Chromium text in slots is edited as it is elsewhere, and only there this was measured. */
function canGroup(): boolean {
  return 'userAgentData' in navigator && 'assign' in HTMLSlotElement.prototype
}
