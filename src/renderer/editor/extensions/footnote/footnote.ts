import { type Editor, InputRule, Node, wrappingInputRule } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction, Selection } from '@tiptap/pm/state'
import type { EditorContext } from '../../editor-context'
import { isOpenText } from '../typed-marks/open-text'

const typedReference = /(\S\s*)\[\^([^\s[\]^]+)\]$/
const typedDefinition = /^\[\^([^\s[\]^]+)\]:\s$/

/** `[^label]` as a chip that leads to its definition, and `[^label]: …` as a block. */
export function createFootnotes(context: EditorContext) {
  return [createReference(context), FootnoteDefinition]
}

const label = {
  default: '',
  parseHTML: (element: HTMLElement) => element.dataset['footnote'] ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ 'data-footnote': String(attributes['label']) }),
}

function createReference({ translate }: EditorContext) {
  return Node.create({
    name: 'footnoteReference',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ label }),
    parseHTML: () => [{ tag: 'sup[data-footnote]', priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => {
      const title = translate('editor.footnote.follow')
      return ['sup', { ...HTMLAttributes, class: 'footnote-reference', title }, String(node.attrs['label'])]
    },
    renderText: ({ node }) => `[^${String(node.attrs['label'])}]`,
    addInputRules() {
      return [
        new InputRule({
          find: typedReference,
          handler: ({ state, range, match }) => {
            const [, before = '', name = ''] = match
            const taken = { from: range.from + before.length, to: range.to }
            if (!isOpenText(state.doc, taken)) return null
            state.tr.replaceWith(taken.from, taken.to, this.type.create({ label: name }))
            addDefinition(state, state.tr, name)
          },
        }),
      ]
    },
    addKeyboardShortcuts() {
      return { Enter: () => showSelected(this.editor) }
    },
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            handleClickOn: (...[, , node, , event]) =>
              node.type === this.type && event.button === 0 && showDefinition(this.editor, node),
          },
        }),
      ]
    },
  })
}

const FootnoteDefinition = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ label }),
  parseHTML: () => [{ tag: 'div[data-footnote]', contentElement: '.footnote-body' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, class: 'footnote-definition' },
    ['span', { class: 'footnote-label', contenteditable: 'false' }, String(node.attrs['label'])],
    ['div', { class: 'footnote-body' }, 0],
  ],
  addInputRules() {
    const getAttributes = (match: RegExpMatchArray) => ({ label: match[1] ?? '' })
    return [wrappingInputRule({ find: typedDefinition, type: this.type, getAttributes })]
  },
})

/** A reference means nothing without a definition: an empty one is put at the end. */
function addDefinition({ doc, schema }: EditorState, tr: Transaction, name: string): void {
  if (findDefinition(doc, name) !== undefined) return
  const definition = schema.node('footnoteDefinition', { label: name }, [schema.node('paragraph')])
  tr.insert(tr.doc.content.size, definition)
}

function findDefinition(doc: ProseMirrorNode, name: string): number | undefined {
  let found: number | undefined
  doc.descendants((node, position) => {
    const isIt = node.type.name === 'footnoteDefinition' && isSameLabel(node.attrs['label'], name)
    if (isIt) found ??= position
    return found === undefined && !node.isTextblock
  })
  return found
}

/** Labels differ neither by case nor by white space. */
function isSameLabel(left: unknown, right: unknown): boolean {
  const normalize = (value: unknown) => String(value).replace(/\s+/g, ' ').trim().toLowerCase()
  return normalize(left) === normalize(right)
}

function showSelected(editor: Editor): boolean {
  const { from, to } = editor.state.selection
  const node = editor.state.doc.nodeAt(from)
  return to === from + 1 && node?.type.name === 'footnoteReference' && showDefinition(editor, node)
}

function showDefinition({ state, view }: Editor, reference: ProseMirrorNode): boolean {
  const position = findDefinition(state.doc, String(reference.attrs['label']))
  if (position === undefined) return false
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(position + 2))).scrollIntoView())
  view.focus()
  return true
}
