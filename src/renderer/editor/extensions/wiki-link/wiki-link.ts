import { Node } from '@tiptap/core'

/** `[[inner]]`, or `![[inner]]` when `isEmbed`. */
export const WikiLink = Node.create({
  name: 'wikiLink',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ inner: { default: '', rendered: false }, isEmbed: { default: false, rendered: false } }),
  renderText: ({ node }) => `${node.attrs['isEmbed'] === true ? '!' : ''}[[${String(node.attrs['inner'])}]]`,
  renderHTML: ({ node }) => ['span', { 'data-wiki-link': '' }, String(node.attrs['inner'])],
})
