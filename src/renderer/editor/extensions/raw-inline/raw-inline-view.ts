import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'

/** Shows source as code; a double click, or an `edit-source` event, opens a field to edit it. */
export class RawInlineView implements NodeView {
  readonly dom = document.createElement('span')
  private readonly props: NodeViewRendererProps
  private readonly chip = document.createElement('code')
  private readonly field = document.createElement('input')

  constructor(props: NodeViewRendererProps, { translate }: EditorContext) {
    this.props = props
    this.chip.className = 'raw-inline'
    this.chip.title = translate('editor.rawInline.edit')
    this.chip.textContent = this.source
    this.field.className = 'raw-inline-field'
    this.field.spellcheck = false
    this.field.ariaLabel = translate('editor.rawBlock.label')
    this.field.addEventListener('blur', () => this.close(true))
    this.field.addEventListener('keydown', event => this.handleKey(event))
    this.dom.append(this.chip)
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
    return String(this.props.node.attrs['source'])
  }

  private open(): void {
    if (!this.props.editor.isEditable) return
    this.field.value = this.source
    this.dom.replaceChildren(this.field)
    this.field.focus()
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    this.close(event.key === 'Enter')
    this.props.editor.view.focus()
  }

  private close(isKept: boolean): void {
    if (!this.field.isConnected) return
    const value = this.field.value.replace(/\s*\n\s*/g, ' ')
    this.dom.replaceChildren(this.chip)
    const position = this.props.getPos()
    if (!isKept || value === this.source || position === undefined) return
    const { tr } = this.props.editor.state
    if (value.trim() === '') tr.delete(position, position + 1)
    else tr.setNodeAttribute(position, 'source', value)
    this.props.editor.view.dispatch(tr)
  }
}
