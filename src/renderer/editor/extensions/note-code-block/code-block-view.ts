import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { copyText } from '../../copy-text'
import type { EditorContext } from '../../editor-context'
import { LanguageField } from './language-field'

const copiedMs = 2000

/** A code block with its language and a button that copies it, which stay in place while long lines scroll. */
export class CodeBlockView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('code')
  readonly #props: NodeViewRendererProps
  readonly #language: LanguageField
  readonly #tools = document.createElement('div')
  #node: ProseMirrorNode
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(props: NodeViewRendererProps, context: EditorContext) {
    this.#props = props
    this.#node = props.node
    this.#language = new LanguageField(context, {
      onChoose: language => this.#setLanguage(language),
      onLeave: () => props.editor.view.focus(),
    })
    this.dom.className = 'code-block'
    this.dom.dataset['codeBlock'] = ''
    this.#tools.className = 'code-tools'
    this.#tools.contentEditable = 'false'
    this.#tools.append(this.#language.field, this.#copyButton(context))
    const pre = document.createElement('pre')
    pre.spellcheck = false
    pre.append(this.contentDOM)
    this.dom.append(this.#tools, pre)
    this.#show()
  }

  update(updated: ProseMirrorNode): boolean {
    if (updated.type !== this.#node.type) return false
    this.#node = updated
    this.#show()
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && this.#tools.contains(event.target)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#language.destroy()
  }

  #show(): void {
    const { language, meta } = this.#node.attrs
    this.#language.show(language, this.#props.editor.isEditable)
    this.contentDOM.className = typeof language === 'string' ? `language-${language}` : ''
    if (typeof meta === 'string') this.dom.dataset['meta'] = meta
    else delete this.dom.dataset['meta']
  }

  #setLanguage(language: string | null): void {
    const { editor, getPos } = this.#props
    const position = getPos()
    if (position === undefined || !editor.isEditable) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'language', language))
  }

  #copyButton({ translate }: EditorContext): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'code-copy'
    button.ariaLive = 'polite'
    button.textContent = translate('editor.codeBlock.copy')
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => {
      void copyText(this.#node.textContent).then(isCopied => {
        if (!isCopied) return
        button.textContent = translate('editor.codeBlock.copied')
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => (button.textContent = translate('editor.codeBlock.copy')), copiedMs)
      })
    })
    return button
  }
}
