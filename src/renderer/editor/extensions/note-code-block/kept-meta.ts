import type { Attribute } from '@tiptap/core'

/** What stands behind the language of a fence. */
export const keptMeta: Partial<Attribute> = {
  default: null,
  parseHTML: element => element.dataset['meta'] ?? null,
  renderHTML: ({ meta }) => (typeof meta === 'string' ? { 'data-meta': meta } : {}),
}
