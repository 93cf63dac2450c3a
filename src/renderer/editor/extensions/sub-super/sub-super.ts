import { Mark } from '@tiptap/core'

/** `<sub>text</sub>`. */
export const Subscript = createMark('subscript', 'sub', 'Mod-,')

/** `<sup>text</sup>`; a footnote's number is a node of its own. */
export const Superscript = createMark('superscript', 'sup:not([data-footnote])', 'Mod-.')

function createMark(name: 'subscript' | 'superscript', tag: string, key: string) {
  const element = tag.slice(0, 3)
  const style = name === 'subscript' ? 'sub' : 'super'
  return Mark.create({
    name,
    // Google Docs writes them as styles alone.
    parseHTML: () => [{ tag }, { style: `vertical-align=${style}` }],
    renderHTML: ({ HTMLAttributes }) => [element, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(this.name) }
    },
  })
}
