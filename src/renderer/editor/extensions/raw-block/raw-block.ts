import { type Editor, mergeAttributes, Node } from '@tiptap/core'
import type { EditorContext } from '../../editor-context'

/** Markdown that the editor has no picture for, such as HTML or a definition: kept, shown and edited as source. */
export function createRawBlock({ translate }: EditorContext) {
  return Node.create({
    name: 'rawBlock',
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    isolating: true,
    parseHTML: () => [
      { tag: 'pre[data-raw-block]', contentElement: 'code', preserveWhitespace: 'full', priority: 60 },
    ],
    renderHTML: ({ HTMLAttributes }) => [
      'pre',
      mergeAttributes(HTMLAttributes, { 'data-raw-block': '' }),
      ['code', 0],
    ],
    addNodeView: () => () => createView(translate('editor.rawBlock.label')),
    addKeyboardShortcuts() {
      return {
        ArrowDown: () => leaveAtEnd(this.editor),
        Backspace: () => {
          const { empty, $from } = this.editor.state.selection
          const isEmpty = empty && $from.parent.type === this.type && $from.parent.content.size === 0
          return isEmpty && this.editor.commands.setParagraph()
        },
      }
    },
  })
}

function createView(label: string) {
  const dom = document.createElement('pre')
  dom.className = 'raw-block'
  dom.dataset['rawBlock'] = ''
  dom.spellcheck = false
  const tag = document.createElement('span')
  tag.className = 'raw-block-label'
  tag.contentEditable = 'false'
  tag.textContent = label
  const contentDOM = document.createElement('code')
  dom.append(tag, contentDOM)
  return { dom, contentDOM }
}

/** From the end of the last block of all, the arrow goes on into a new paragraph. */
function leaveAtEnd(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection
  if (!empty || $from.parent.type.name !== 'rawBlock') return false
  const isLast =
    $from.parentOffset === $from.parent.content.size && $from.after() === editor.state.doc.content.size
  return isLast && editor.commands.exitCode()
}
