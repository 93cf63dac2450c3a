import { mergeAttributes, Node } from '@tiptap/core'

/** Markdown that the editor has no picture for, such as HTML or a definition: kept, shown and edited as source. */
export const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'pre[data-raw-block]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['pre', mergeAttributes(HTMLAttributes, { 'data-raw-block': '' }), ['code', 0]],
})
