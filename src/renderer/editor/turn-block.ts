import { type Editor, getNodeType } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { blockActions } from './actions/block-actions'
import type { EditorAction } from './actions/editor-action'
import { readCallout } from './extensions/callout/find-callouts'
import { withoutMarker } from './extensions/callout/change-callout'
import { convertList, isListOf, type ListName, textsOf } from './extensions/note-list/whole-lists'
import { isList } from './extensions/note-list/list-nodes'

/** What a block of the top level can be turned into; nothing that would leave it as it is. */
export function turnsOf(block: ProseMirrorNode): readonly EditorAction[] {
  return blockActions.filter(action => action.toggles !== undefined && canTurn(block, action))
}

/** Turns the whole block at a position of the top level; the caret comes to stand at its beginning. */
export function turnBlock(editor: Editor, position: number, action: EditorAction): void {
  const { doc, tr } = editor.state
  const block = doc.nodeAt(position)
  if (block === null || !canTurn(block, action)) return
  const changed = changeWhole(tr, position, action)
  if (changed === undefined) {
    editor.view.dispatch(tr.setSelection(textOf(doc, position)))
    action.run(editor)
  } else {
    editor.view.dispatch(changed.setSelection(Selection.near(changed.doc.resolve(position + 1))))
  }
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(Selection.near(state.selection.$from)).scrollIntoView())
}

function canTurn(block: ProseMirrorNode, { id, toggles }: EditorAction): boolean {
  const [name, attributes] = toggles ?? []
  if (block.isTextblock) {
    const isIt = name === block.type.name && block.hasMarkup(block.type, { ...block.attrs, ...attributes })
    return !isIt || id === 'codeBlock'
  }
  if (isList(block)) return id === 'paragraph' || id === 'quote' || isListName(id)
  if (block.type.name !== 'blockquote') return block.type.name === 'table' && id === 'quote'
  if (id === 'paragraph' || id === 'quote') return true
  const isOfTexts = block.children.every(child => child.isTextblock)
  return readCallout(block, 0) === undefined && isOfTexts && id !== 'mathBlock'
}

/** The change of a list or a quote as a whole, which an action makes of a selection only in part. */
function changeWhole(tr: Transaction, position: number, { id }: EditorAction): Transaction | undefined {
  const block = tr.doc.nodeAt(position)
  if (block === null) return undefined
  const replace = (blocks: readonly ProseMirrorNode[]) =>
    tr.replaceWith(position, position + block.nodeSize, blocks)
  const isQuote = block.type.name === 'blockquote'
  if (id === 'quote' && !isQuote && !block.isTextblock) {
    return replace([getNodeType('blockquote', block.type.schema).create(null, block)])
  }
  if (isList(block)) {
    if (id === 'paragraph') return replace(textsOf(block).map(asParagraph))
    if (!isListName(id)) return undefined
    return replace(isListOf(block, id) ? textsOf(block) : [convertList(block, id)])
  }
  return isQuote && (id === 'paragraph' || id === 'quote') ? unquote(tr, position, id) : undefined
}

/** A callout is a quote at first, and text without its marker. */
function unquote(tr: Transaction, position: number, id: 'paragraph' | 'quote'): Transaction {
  const block = tr.doc.nodeAt(position)
  if (block === null) return tr
  const callout = readCallout(block, position)
  if (callout !== undefined) withoutMarker(tr, callout)
  if (callout !== undefined && id === 'quote') return tr
  const { children = [], nodeSize = 0 } = tr.doc.nodeAt(position) ?? {}
  return tr.replaceWith(position, position + nodeSize, children)
}

function asParagraph(block: ProseMirrorNode): ProseMirrorNode {
  if (block.type.name !== 'heading') return block
  return getNodeType('paragraph', block.type.schema).create(null, block.content)
}

function textOf(doc: ProseMirrorNode, position: number): Selection {
  const block = doc.nodeAt(position)
  const end = block === null || block.isTextblock ? position + 1 : position + block.nodeSize - 1
  return TextSelection.between(doc.resolve(position + 1), doc.resolve(end))
}

function isListName(name: string): name is ListName {
  return name === 'bulletList' || name === 'orderedList' || name === 'taskList'
}
