import {
  type Editor,
  InputRule,
  Node,
  type NodeViewRendererProps,
  textblockTypeInputRule,
} from '@tiptap/core'
import type { Node as ProseMirrorNode, NodeType } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type NodeView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'
import { isMoreThanText } from '../../inline-source'
import { keptMeta } from '../note-code-block/kept-meta'
import { showFormula } from './show-formula'

/** A formula between two lines of `$$`. Its source stands above the formula while the caret is in it. */
export function createMathBlock(context: EditorContext) {
  return Node.create({
    name: 'mathBlock',
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    isolating: true,
    addAttributes: () => ({ meta: keptMeta }),
    parseHTML: () => [
      { tag: '[data-math-block]', contentElement: 'code', preserveWhitespace: 'full', priority: 60 },
    ],
    renderHTML: ({ HTMLAttributes }) => ['pre', { ...HTMLAttributes, 'data-math-block': '' }, ['code', 0]],
    renderText: ({ node }) => `$$\n${node.textContent}\n$$`,
    addNodeView: () => props => createView(props, context),
    addInputRules() {
      return [createTypedRule(this.type)]
    },
    addKeyboardShortcuts() {
      return {
        ArrowDown: () => leaveAtEnd(this.editor),
        Backspace: () => isEmptyMath(this.editor) && this.editor.commands.setParagraph(),
        Escape: () => isInMath(this.editor) && this.editor.commands.exitCode(),
      }
    },
    addProseMirrorPlugins: () => [new Plugin({ props: { decorations: markEdited } })],
  })
}

/** Not before what a formula can't hold, as a link. */
function createTypedRule(type: NodeType): InputRule {
  const rule = textblockTypeInputRule({ find: /^\$\$[\s\n]$/, type })
  return new InputRule({
    find: rule.find,
    handler: props => {
      const { parent } = props.state.doc.resolve(props.range.from)
      return isMoreThanText(parent) ? null : rule.handler(props)
    },
  })
}

function createView(
  { node, editor, getPos, HTMLAttributes }: NodeViewRendererProps,
  context: EditorContext,
): NodeView {
  const dom = document.createElement('div')
  dom.className = 'math-block'
  dom.dataset['mathBlock'] = ''
  for (const [name, value] of Object.entries(HTMLAttributes)) dom.setAttribute(name, String(value))
  const source = document.createElement('pre')
  source.spellcheck = false
  const contentDOM = document.createElement('code')
  source.append(contentDOM)
  const picture = document.createElement('div')
  picture.className = 'math-picture'
  picture.contentEditable = 'false'
  picture.title = context.translate('editor.math.edit')
  picture.addEventListener('mousedown', event => {
    event.preventDefault()
    placeCaret(editor, getPos())
  })
  dom.append(source, picture)
  let shown = node
  show(node)
  return {
    dom,
    contentDOM,
    ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    update: updated => {
      if (updated.type !== node.type) return false
      if (updated.textContent !== shown.textContent) show(updated)
      return true
    },
  }

  function show(next: ProseMirrorNode): void {
    shown = next
    dom.classList.toggle('is-empty', next.textContent.trim() === '')
    showFormula({ source: next.textContent, isDisplay: true }, picture, context)
  }
}

function placeCaret(editor: Editor, position: number | undefined): void {
  const node = position === undefined ? null : editor.state.doc.nodeAt(position)
  if (position === undefined || node === null || !editor.isEditable) return
  const end = position + 1 + node.content.size
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)))
  editor.view.focus()
}

function markEdited({ doc, selection }: EditorState): DecorationSet | undefined {
  const { $from } = selection
  if ($from.parent.type.name !== 'mathBlock') return undefined
  return DecorationSet.create(doc, [Decoration.node($from.before(), $from.after(), { class: 'is-edited' })])
}

function isInMath({ state }: Editor): boolean {
  return state.selection.$from.parent.type.name === 'mathBlock'
}

function isEmptyMath(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection
  return empty && isInMath(editor) && $from.parent.content.size === 0
}

/** From the end of the last block of all, the arrow goes on into a new paragraph. */
function leaveAtEnd(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection
  if (!empty || !isInMath(editor) || $from.parentOffset !== $from.parent.content.size) return false
  return $from.after() === editor.state.doc.content.size && editor.commands.exitCode()
}
