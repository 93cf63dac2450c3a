import type { Attribute, Editor } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorContext } from '../../editor-context'
import { chooseFiles } from './choose-files'
import { ImageView } from './image-view'
import { createUploads, insertFiles } from './insert-files'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    files: {
      /** Stores files in the notebook and shows or links them at a position, else at the caret. */
      insertFiles: (files: readonly File[], position?: number) => ReturnType
      /** Lets the user choose files and inserts them at the caret. */
      chooseFiles: () => ReturnType
    }
  }
}

/** An image in a line of text, with Markdown's three attributes; a width is part of `alt` (see `parseImageText`). */
export function createNoteImage(context: EditorContext) {
  return Image.extend({
    addAttributes: () => ({
      src: attribute('src', ''),
      alt: attribute('alt', ''),
      title: attribute('title', null),
    }),
    parseHTML() {
      return [{ tag: 'span[data-src]' }, ...(this.parent?.() ?? [])]
    },
    addInputRules: () => [],
    addNodeView: () => props => new ImageView(props, context),
    addCommands() {
      return {
        ...this.parent?.(),
        insertFiles:
          (files, position) =>
          ({ view, state, dispatch }) => {
            if (dispatch !== undefined) {
              const at = position ?? state.selection.to
              // After this command's own transaction: it would be out of date otherwise.
              queueMicrotask(() => void insertFiles(view, files, at, context))
            }
            return view.editable && files.length > 0
          },
        chooseFiles:
          () =>
          ({ editor, dispatch }) => {
            if (dispatch !== undefined) {
              chooseFiles('files', files => editor.commands.insertFiles(files))
            }
            return editor.isEditable
          },
      }
    },
    addKeyboardShortcuts() {
      return {
        Enter: () => {
          const { selection } = this.editor.state
          const isImage = selection instanceof NodeSelection && selection.node.type === this.type
          return isImage && focusPopover(this.editor.view.dom)
        },
      }
    },
    addProseMirrorPlugins() {
      return [createUploads(context), createImageViews(this.editor, context)]
    },
  }).configure({ inline: true, allowBase64: true })
}

/** As an `<img>` has it, or what `ImageView` shows. */
function attribute(name: string, missing: string | null): Partial<Attribute> {
  return {
    default: missing,
    parseHTML: element => element.dataset[name] ?? element.getAttribute(name) ?? missing,
  }
}

/**
 * Shows images by a plugin too, because TipTap takes the views of extensions away when the editor leaves the page: each image
 * would then be drawn, and loaded, from wherever the note says.
 */
function createImageViews(editor: Editor, context: EditorContext): Plugin {
  return new Plugin({
    props: {
      nodeViews: { image: (node, _view, getPos) => new ImageView({ editor, node, getPos }, context) },
    },
  })
}

function focusPopover(editor: HTMLElement): boolean {
  const field = editor.parentElement?.querySelector<HTMLElement>('.image-popover [data-first]')
  field?.focus()
  return field !== null && field !== undefined
}
