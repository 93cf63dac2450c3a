import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Puts a typed character into the document and lets that draw it, where ProseMirror lets the browser draw it and reads
 * the document from what it drew. That takes a good part of the time of a key; what it writes is the same. Input methods
 * and all that comes without a key press (the system's list of emoji, spelling, dictation) go ProseMirror's way.
 */
export const TypedText = Extension.create({
  name: 'typedText',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleKeyPress: typeCharacter } })],
})

/** Whether the key was taken. ProseMirror asks for keys outside of a composition only, and not for those with Ctrl. */
function typeCharacter(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || !isCharacter(event)) return false
  const { $from, $to } = selection
  if (!$from.sameParent($to) || !isWhereSeen(view, selection)) return false
  const text = String.fromCodePoint(event.charCode)
  const insert = () => view.state.tr.insertText(text, $from.pos, $to.pos).scrollIntoView()
  const isTaken = view.someProp('handleTextInput', handle => handle(view, $from.pos, $to.pos, text, insert))
  if (isTaken !== true) view.dispatch(insert())
  return true
}

/** A caret that the browser has just moved is not in the state until its event comes, a frame later. */
function isWhereSeen(view: EditorView, { anchor, head }: TextSelection): boolean {
  const seen = view.dom.ownerDocument.getSelection()
  const { anchorNode, focusNode } = seen ?? {}
  if (!seen || !anchorNode || !focusNode || !view.dom.contains(focusNode)) return false
  if (view.posAtDOM(focusNode, seen.focusOffset) !== head) return false
  return anchor === head ? seen.isCollapsed : view.posAtDOM(anchorNode, seen.anchorOffset) === anchor
}

/** Alt by itself opens menus, and on a Mac types signs of which some begin a composition. */
function isCharacter({ altKey, charCode, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return charCode >= 0x20 && charCode !== 0x7f && !metaKey && altKey === ctrlKey
}
