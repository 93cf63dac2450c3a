import Image from '@tiptap/extension-image'

/** An image in a line of text, with Markdown's three attributes. */
export const NoteImage = Image.extend({
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
}).configure({ inline: true, allowBase64: true })
