import type { NodeViewRendererProps } from '@tiptap/core'
import CodeBlockLowlight from '@tiptap/extension-code-block-lowlight'
import type { NodeView } from '@tiptap/pm/view'
import { common, createLowlight } from 'lowlight'
import type { EditorContext } from '../../editor-context'

const lowlight = createLowlight(common)

/** A code block with its language, highlighted, and with the rest of its info string in `meta`. */
export function createNoteCodeBlock(context: EditorContext) {
  return CodeBlockLowlight.extend({
    addAttributes() {
      return { ...this.parent?.(), meta: { default: null, rendered: false } }
    },
    addNodeView: () => props => createCodeBlockView(props, context),
  }).configure({ lowlight, defaultLanguage: null, enableTabIndentation: true, tabSize: 2 })
}

function createCodeBlockView(
  { node, editor, getPos }: NodeViewRendererProps,
  context: EditorContext,
): NodeView {
  const dom = document.createElement('pre')
  dom.spellcheck = false
  const field = languageField(context)
  const contentDOM = document.createElement('code')
  dom.append(field, contentDOM)
  show(node.attrs['language'])
  field.addEventListener('change', () => {
    const position = getPos()
    const language = field.value.trim() === '' ? null : field.value.trim().replace(/\s+/g, '-')
    if (position === undefined || !editor.isEditable) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'language', language))
  })
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    field.blur()
    editor.view.focus()
  })
  return {
    dom,
    contentDOM,
    ignoreMutation: mutation => !contentDOM.contains(mutation.target),
    stopEvent: event => event.target === field,
    update: updated => {
      if (updated.type !== node.type) return false
      show(updated.attrs['language'])
      return true
    },
  }

  function show(language: unknown): void {
    field.value = typeof language === 'string' ? language : ''
    field.readOnly = !editor.isEditable
  }
}

function languageField({ translate }: EditorContext): HTMLInputElement {
  const field = document.createElement('input')
  field.className = 'code-language'
  field.contentEditable = 'false'
  field.spellcheck = false
  field.ariaLabel = translate('editor.codeBlock.language')
  field.placeholder = translate('editor.codeBlock.language')
  return field
}
