import { type AnyExtension, Mark, Node } from '@tiptap/core'
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit'
import { inOpenText } from '../typed-marks/open-text'

const levels = [1, 2, 3, 4, 5, 6] as const

/**
 * StarterKit's nodes with what Markdown needs of them: a line break inside a paragraph of the source stays in the
 * text, and inline code can be bold or a link. Marks are typed by the rules of `TypedMarks`; nor do they look through
 * what is pasted, which `SafePaste` has read.
 */
export const NoteText = StarterKit.extend({
  addExtensions() {
    const extensions: AnyExtension[] = this.parent?.() ?? []
    return extensions.map(forMarkdown)
  },
}).configure({
  heading: { levels: [...levels] },
  blockquote: { HTMLAttributes: { dir: 'auto' } },
  bulletList: false,
  codeBlock: false,
  link: false,
  listItem: false,
  orderedList: false,
  underline: false,
} satisfies Partial<StarterKitOptions>)

function forMarkdown(extension: AnyExtension): AnyExtension {
  if (extension instanceof Mark) return markForMarkdown(extension)
  if (extension.name === 'undoRedo') return withRedoAlone(extension)
  if (!(extension instanceof Node)) return extension
  if (extension.name === 'paragraph') {
    return extension.extend({
      whitespace: 'pre',
      parseHTML: () => [{ tag: 'p', preserveWhitespace: false }],
    })
  }
  if (extension.name === 'heading') {
    return extension.extend({
      whitespace: 'pre',
      parseHTML: () =>
        levels.map(level => ({ tag: `h${level}`, attrs: { level }, preserveWhitespace: false })),
    })
  }
  return extension
}

/** A key that has nothing to do again would be tried without Shift, and then it undoes. */
function withRedoAlone(history: AnyExtension): AnyExtension {
  return history.extend({
    addKeyboardShortcuts() {
      const redo = () => this.editor.commands.redo() || true
      return { ...this.parent?.(), 'Shift-Mod-z': redo, 'Mod-y': redo, 'Shift-Mod-я': redo }
    },
  })
}

function markForMarkdown(mark: Mark): Mark {
  const addPasteRules = () => []
  return mark.name === 'code'
    ? mark.extend({
        excludes: '',
        addPasteRules,
        addInputRules() {
          return (this.parent?.() ?? []).map(inOpenText)
        },
      })
    : mark.extend({ addInputRules: () => [], addPasteRules })
}
