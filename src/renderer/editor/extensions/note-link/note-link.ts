import Link from '@tiptap/extension-link'

/** The `link` mark with what a Markdown link has: an address and a title. */
export const NoteLink = Link.extend({
  addAttributes: () => ({
    href: { default: '' },
    title: { default: null },
  }),
}).configure({
  autolink: true,
  enableClickSelection: false,
  HTMLAttributes: { rel: 'noopener noreferrer' },
  isAllowedUri: url => isAllowedAddress(url),
  linkOnPaste: true,
  openOnClick: false,
})

/** Whether an address may be followed or shown as a link: http, https, mailto, or relative. */
export function isAllowedAddress(address: string): boolean {
  // eslint: control characters and spaces are what browsers skip when they read a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[1]
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme)
}
