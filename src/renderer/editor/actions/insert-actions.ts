import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { Image, Link2, Minus, Radical, Superscript, Table } from 'lucide-react'
import { editSelectedSource } from '../extensions/raw-inline/raw-inline'
import type { EditorAction } from './editor-action'

const table: EditorAction = {
  id: 'table',
  icon: Table,
  isEnabled: editor => !editor.isActive('table'),
  run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
}

const rule: EditorAction = {
  id: 'rule',
  icon: Minus,
  markdown: '---',
  run: editor => editor.chain().focus().setHorizontalRule().run(),
}

/** What the toolbar inserts at the caret. */
export const toolbarInsertActions: readonly EditorAction[] = [table, rule]

/** What can be put in at the caret. */
export const insertActions: readonly EditorAction[] = [
  table,
  rule,
  {
    id: 'wikiLink',
    icon: Link2,
    markdown: '[[',
    run: editor => editor.chain().focus().insertContent({ type: 'text', text: '[[' }).run(),
  },
  {
    id: 'inlineMath',
    icon: Radical,
    markdown: '$',
    run: insertFormula,
  },
  { id: 'image', icon: Image, run: editor => editor.commands.chooseFiles() },
  { id: 'footnote', icon: Superscript, markdown: '[^1]', run: insertFootnote },
]

/** A formula in the line, with its field open. */
function insertFormula(editor: Editor): void {
  const { state, view } = editor
  const { from } = state.selection
  const tr = state.tr.replaceSelectionWith(state.schema.node('inlineMath', { formula: 'x' }), false)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)))
  editSelectedSource(editor, 'inlineMath')
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.select()
}

/** A reference with the next free number, and its empty definition at the end, where the caret goes. */
function insertFootnote(editor: Editor): void {
  const { state, view } = editor
  const { schema } = state
  const used = new Set<string>()
  state.doc.descendants(node => {
    if (node.type.name === 'footnoteDefinition' || node.type.name === 'footnoteReference') {
      used.add(String(node.attrs['label']))
    }
  })
  let number = 1
  while (used.has(String(number))) number += 1
  const label = String(number)
  const tr = state.tr.replaceSelectionWith(schema.node('footnoteReference', { label }), false)
  const definition = schema.node('footnoteDefinition', { label }, [schema.node('paragraph')])
  const end = tr.doc.content.size
  tr.insert(end, definition).setSelection(TextSelection.create(tr.doc, end + 2))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}
