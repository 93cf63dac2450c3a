import { Node } from '@tiptap/core'

/** Inline Markdown that the editor has no picture for, such as `<kbd>` or a footnote reference; `source` verbatim. */
export const RawInline = Node.create({
  name: 'rawInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['code', { 'data-raw-inline': '' }, String(node.attrs['source'])],
  renderText: ({ node }) => String(node.attrs['source']),
})
