import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state'

/** A state whose selection is this text of the document, the first time that it stands there. */
export function selectText(doc: ProseMirrorNode, text: string, plugins: readonly Plugin[] = []): EditorState {
  let from: number | undefined
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(text) ?? -1
    if (at >= 0) from ??= position + at
  })
  if (from === undefined) throw new Error(`no text ${text}`)
  const state = EditorState.create({ doc, plugins: [...plugins] })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, from, from + text.length)))
}

/** The text that is selected. */
export function selectedText({ doc, selection }: EditorState): string {
  return doc.textBetween(selection.from, selection.to)
}
