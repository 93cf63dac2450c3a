import { type Editor, Node } from '@tiptap/core'
import type { EditorContext } from '../../editor-context'
import { RawInlineView } from './raw-inline-view'

/** Inline Markdown that the editor has no picture for, such as `<kbd>` or a footnote reference; `source` verbatim. */
export function createRawInline(context: EditorContext) {
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
    parseHTML: () => [{ tag: 'code[data-raw-inline]', priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => ['code', HTMLAttributes, String(node.attrs['source'])],
    renderText: ({ node }) => String(node.attrs['source']),
    addNodeView: () => props => new RawInlineView(props, context),
    addKeyboardShortcuts() {
      return { Enter: () => editSelected(this.editor) }
    },
  })
}

function editSelected({ state, view }: Editor): boolean {
  const { from, to } = state.selection
  if (to !== from + 1 || state.doc.nodeAt(from)?.type.name !== 'rawInline') return false
  const dom = view.nodeDOM(from)
  return dom !== null && !dom.dispatchEvent(new CustomEvent('edit-source', { cancelable: true }))
}
