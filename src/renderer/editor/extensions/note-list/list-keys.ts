import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { isItem, isList, itemTypes, listAround } from './list-nodes'

/** Tab and Backspace in lists, whose items and tasks may stand side by side. */
export const ListKeys = Extension.create({
  name: 'listKeys',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const backspace = () =>
      this.editor.commands.undoInputRule() || run(joinIntoList)() || run(outdentAtStart)()
    return {
      Tab: run(indentItems),
      'Shift-Tab': run(outdentItems),
      Backspace: backspace,
      'Mod-Backspace': backspace,
    }
  },
})

/** Puts the items of the selection into the one before them. Where there is none nothing happens: the focus stays. */
export const indentItems: Command = (state, dispatch) =>
  sinkListItem(itemTypes(state.schema))(state, dispatch) || isInList(state)

/** Takes the items of the selection out of their list, into the one around it if that can hold them. */
export const outdentItems: Command = (state, dispatch) => liftItems(state, dispatch) || isInList(state)

function isInList({ selection }: EditorState): boolean {
  return listAround(selection.$from) !== undefined
}

const outdentAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isAtStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0
  return isAtStart && isItem($from.node(-1)) && liftItems(state, dispatch)
}

/**
 * From the start of a paragraph between two lists of a kind: its words go on with the last item of the first list, and the
 * lists become one.
 */
export const joinIntoList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || $from.parentOffset > 0 || parent.type.name !== 'paragraph') return false
  const [start, end] = [$from.before(), $from.after()]
  const list = state.doc.resolve(start).nodeBefore
  if (list === null || !isList(list) || state.doc.resolve(end).nodeAfter?.type !== list.type) return false
  const target = endOfText(list, start - 1)
  if (target === undefined) return false
  const { tr } = state
  tr.delete(start, end).join(start).insert(target, parent.content)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, target)).scrollIntoView())
  return true
}

/** The end of the last paragraph of a list, if that is the last that it holds; `end` is where the list's content ends. */
function endOfText(list: ProseMirrorNode, end: number): number | undefined {
  let [node, position] = [list, end]
  while (node.lastChild !== null && !node.isTextblock) [node, position] = [node.lastChild, position - 1]
  return node.type.name === 'paragraph' ? position : undefined
}

/** An item may not fit into the list around its own, as one without a box into tasks: then its text leaves its list. */
const liftItems: Command = (state, dispatch) => {
  const type = listAround(state.selection.$from)?.firstChild?.type
  if (type === undefined) return false
  return liftListItem(itemTypes(state.schema))(state, dispatch) || liftListItem(type)(state, dispatch)
}
