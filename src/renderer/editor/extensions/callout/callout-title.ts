import { type CommandProps, commands, Extension, type RawCommands } from '@tiptap/core'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { calloutOf } from './callout-caret'
import { clearNodes } from './clear-nodes'

/** What makes other blocks of those of the selection leaves the title of a callout out, in whose paragraph its text may go on. */
export const CalloutTitle = Extension.create({
  name: 'calloutTitle',
  addCommands: (): Partial<RawCommands> => ({
    setNode: (...options) => besideTitle(commands.setNode(...options)),
    toggleNode: (...options) => besideTitle(commands.toggleNode(...options)),
    wrapIn: (...options) => besideTitle(commands.wrapIn(...options)),
    toggleWrap: (...options) => besideTitle(commands.toggleWrap(...options)),
    clearNodes: () =>
      besideTitle(({ tr, dispatch }) => {
        if (dispatch !== undefined) clearNodes(tr)
        return true
      }),
  }),
})

type Command = (props: CommandProps) => boolean

/** The command, for what is beside the title of a callout; within the title it does nothing. */
export function besideTitle(command: Command): Command {
  return props => {
    const { state, dispatch } = props
    if (isInTitle(state.tr)) return false
    if (dispatch !== undefined) leaveTitle(state)
    return command(props)
  }
}

function isInTitle({ selection: { $from, to } }: Transaction): boolean {
  const callout = calloutOf($from)
  return callout !== undefined && to <= callout.title[1]
}

/**
 * Makes a paragraph of its own of what follows the title, if the selection is in it or begins in the title. Returns the
 * transaction, with which TipTap's state goes on when it is asked for it.
 */
function leaveTitle(state: EditorState): Transaction {
  const { tr } = state
  const { $from, anchor, head, to } = tr.selection
  const callout = calloutOf($from)
  if (callout === undefined || to >= callout.to) return tr
  const [titleEnd, end] = callout.rest
  const hasBody = titleEnd < end
  const start = hasBody ? titleEnd + 1 : Selection.near(tr.doc.resolve(end + 1)).from
  tr.setSelection(TextSelection.create(tr.doc, Math.max(anchor, start), Math.max(head, start)))
  if (hasBody) tr.delete(titleEnd, start).split(titleEnd)
  return state.tr
}
