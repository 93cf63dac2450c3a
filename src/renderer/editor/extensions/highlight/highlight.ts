import { Mark, markInputRule } from '@tiptap/core'

/** Two equals signs around words, the first one neither escaped nor part of a longer run. */
const typedHighlight = /(?<![=\\])(==(?![\s=])((?:[^=\n]|=(?!=))*[^\s=])==)$/

/** `==text==`: text that its writer marked. */
export const Highlight = Mark.create({
  name: 'highlight',
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
  addInputRules() {
    return [markInputRule({ find: typedHighlight, type: this.type })]
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-h': () => this.editor.commands.toggleMark(this.name) }
  },
})
