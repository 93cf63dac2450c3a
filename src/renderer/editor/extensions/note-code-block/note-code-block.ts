import CodeBlockLowlight from '@tiptap/extension-code-block-lowlight'
import { common, createLowlight } from 'lowlight'

const lowlight = createLowlight(common)

/** A code block with its language, highlighted, and with the rest of its info string in `meta`. */
export const NoteCodeBlock = CodeBlockLowlight.extend({
  addAttributes() {
    return { ...this.parent?.(), meta: { default: null, rendered: false } }
  },
}).configure({ lowlight, defaultLanguage: null, enableTabIndentation: true, tabSize: 2 })
