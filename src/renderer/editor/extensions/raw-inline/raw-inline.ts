import { type Editor, Node } from '@tiptap/core'
import type { EditorContext } from '../../editor-context'
import { InlineSourceView } from './inline-source-view'

/** Inline Markdown that the editor has no picture for, such as `<kbd>` or a footnote reference; `source` verbatim. */
export function createRawInline({ translate }: EditorContext) {
  return Node.create({
    name: 'rawInline',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      source: {
        default: '',
        parseHTML: element => element.dataset['rawInline'] ?? '',
        renderHTML: attributes => ({ 'data-raw-inline': String(attributes['source']) }),
      },
    }),
    parseHTML: () => [{ tag: '[data-raw-inline]', priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => ['code', HTMLAttributes, String(node.attrs['source'])],
    renderText: ({ node }) => String(node.attrs['source']),
    addNodeView: () => props =>
      new InlineSourceView(props, {
        attribute: 'source',
        className: 'raw-inline',
        title: translate('editor.rawInline.edit'),
        label: translate('editor.rawBlock.label'),
        hasPreview: false,
        show: (source, element) => (element.textContent = source),
      }),
    addKeyboardShortcuts() {
      return { Enter: () => editSelectedSource(this.editor, this.name) }
    },
  })
}

/** Opens the field of the selected node of a type that `InlineSourceView` shows. */
export function editSelectedSource({ state, view }: Editor, typeName: string): boolean {
  const { from, to } = state.selection
  if (to !== from + 1 || state.doc.nodeAt(from)?.type.name !== typeName) return false
  const dom = view.nodeDOM(from)
  return dom !== null && !dom.dispatchEvent(new CustomEvent('edit-source', { cancelable: true }))
}
