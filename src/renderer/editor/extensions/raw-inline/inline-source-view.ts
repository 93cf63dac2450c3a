import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { isApple } from '../../../state/is-apple'

/** How an inline node that holds source is shown. */
export interface InlineSourceOptions {
  /** The attribute with the source. */
  readonly attribute: string
  readonly className: string
  /** Shown when the pointer rests on it. */
  readonly title: string
  /** Accessible name of the field. */
  readonly label: string
  /** Whether what is shown stays beside the field and follows what is typed. */
  readonly hasPreview: boolean
  /** Puts a picture of the source into `element`. */
  readonly show: (source: string, element: HTMLElement) => void
}

/** Shows source in its own way; a double click, or an `edit-source` event, opens a field to edit it. */
export class InlineSourceView implements NodeView {
  readonly dom = document.createElement('span')
  private readonly props: NodeViewRendererProps
  private readonly options: InlineSourceOptions
  private readonly picture: HTMLElement
  private readonly field = document.createElement('input')
  /** Not whether the field is in the page: it loses the focus, and closes again, while it is taken out. */
  private isOpen = false

  constructor(props: NodeViewRendererProps, options: InlineSourceOptions) {
    this.props = props
    this.options = options
    for (const [name, value] of Object.entries(props.HTMLAttributes))
      this.dom.setAttribute(name, String(value))
    this.picture = document.createElement(options.hasPreview ? 'span' : 'code')
    this.picture.className = options.className
    this.picture.title = options.title
    options.show(this.source, this.picture)
    this.field.className = 'raw-inline-field'
    this.field.spellcheck = false
    this.field.ariaLabel = options.label
    this.field.addEventListener('blur', () => this.close(true))
    this.field.addEventListener('keydown', event => this.handleKey(event))
    this.field.addEventListener('input', () => this.preview(this.field.value))
    this.dom.append(this.picture)
    this.dom.addEventListener('dblclick', () => this.open())
    this.dom.addEventListener('edit-source', event => {
      event.preventDefault()
      this.open()
    })
  }

  ignoreMutation(): boolean {
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.field
  }

  private get source(): string {
    return String(this.props.node.attrs[this.options.attribute])
  }

  private preview(source: string): void {
    if (this.options.hasPreview) this.options.show(source, this.picture)
  }

  private open(): void {
    if (!this.props.editor.isEditable || this.isOpen) return
    this.isOpen = true
    this.field.value = this.source
    if (this.options.hasPreview) this.dom.prepend(this.field)
    else this.dom.replaceChildren(this.field)
    this.field.focus()
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const way = wayOut(event, this.field)
    if (way === undefined) return
    event.preventDefault()
    const position = this.props.getPos()
    this.close(way !== 'cancel')
    this.leave(way, position)
  }

  /** Puts the caret beside what is shown: while it is selected as a whole the next letter would replace it. */
  private leave(way: WayOut, position: number | undefined): void {
    const { commands, view } = this.props.editor
    if (way === 'start' || way === 'end') commands.focus(way)
    else if (position === undefined) view.focus()
    else {
      const isGone = view.state.doc.nodeAt(position)?.type !== this.props.node.type
      commands.setTextSelection(way === 'before' || isGone ? position : position + 1)
      view.focus()
    }
  }

  private close(isKept: boolean): void {
    if (!this.isOpen) return
    this.isOpen = false
    const value = this.field.value.replace(/\s*\n\s*/g, ' ')
    this.dom.replaceChildren(this.picture)
    this.preview(this.source)
    const position = this.props.getPos()
    if (!isKept || value === this.source || position === undefined) return
    const { tr } = this.props.editor.state
    if (value.trim() === '') tr.delete(position, position + 1)
    else tr.setNodeAttribute(position, this.options.attribute, value)
    this.props.editor.view.dispatch(tr)
  }
}

type WayOut = 'keep' | 'cancel' | 'before' | 'after' | 'start' | 'end'

/** Where a key leads from the field: out of it at its edges as in any text, to the ends of the note, or nowhere. */
function wayOut(event: KeyboardEvent, field: HTMLInputElement): WayOut | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  if (key === 'Enter') return 'keep'
  if (key === 'Escape') return 'cancel'
  if (shiftKey || altKey) return undefined
  const { selectionStart, selectionEnd, value } = field
  if (ctrlKey || metaKey) {
    if (key === 'Home' || (isApple() && key === 'ArrowUp')) return 'start'
    return key === 'End' || (isApple() && key === 'ArrowDown') ? 'end' : undefined
  }
  if (selectionStart !== selectionEnd) return undefined
  if (key === 'ArrowLeft' && selectionStart === 0) return 'before'
  return key === 'ArrowRight' && selectionStart === value.length ? 'after' : undefined
}
