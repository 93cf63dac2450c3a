import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { liftTarget } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { withoutMarker } from './change-callout'
import { type Callout, readCallout } from './find-callouts'

/** Moves the ends of a selection that are in a callout's marker to where its title begins. */
export function keepOutOfMarkers({ selection, doc, tr }: EditorState): Transaction | null {
  if (!(selection instanceof TextSelection)) return null
  const { anchor, head } = selection
  const [movedAnchor, movedHead] = [behindMarker(selection.$anchor), behindMarker(selection.$head)]
  if (movedAnchor === anchor && movedHead === head) return null
  return tr.setSelection(TextSelection.create(doc, movedAnchor, movedHead))
}

/** Puts into the title what was typed into the marker before the caret could be moved: keys may come faster than that. */
export function typeBehindMarker(
  { state, dispatch }: EditorView,
  from: number,
  to: number,
  text: string,
): boolean {
  const start = behindMarker(state.doc.resolve(from))
  if (start === from) return false
  dispatch(state.tr.insertText(text, start, Math.max(start, to)).scrollIntoView())
  return true
}

/** From where a callout's title begins, to the end of what stands before the callout; where nothing does, nowhere. */
export function leaveCallout(isExtending: boolean): Command {
  return ({ doc, selection, tr }, dispatch) => {
    if (!(selection instanceof TextSelection) || (!selection.empty && !isExtending)) return false
    const { $head, $anchor } = selection
    const callout = calloutOf($head)
    if (callout?.marker[1] !== $head.pos) return false
    const before = Selection.findFrom(doc.resolve(callout.from), -1)
    if (before === null) return true
    const target = isExtending ? TextSelection.between($anchor, before.$head) : before
    dispatch?.(tr.setSelection(target).scrollIntoView())
    return true
  }
}

/** From where a callout's title begins, takes its marker away: it is a plain quote then. */
export const removeMarker: Command = ({ selection, tr }, dispatch) => {
  const callout = calloutOf(selection.$head)
  if (!selection.empty || callout?.marker[1] !== selection.head) return false
  dispatch?.(withoutMarker(tr, callout).scrollIntoView())
  return true
}

/** From the end of what stands before a callout, takes the first paragraph out of it, which would show its marker. */
export const liftFromCallout: Command = ({ doc, selection, tr }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false
  const after = $from.after()
  const next = doc.resolve(after).nodeAfter
  const callout = next?.type.name === 'blockquote' ? readCallout(next, after) : undefined
  if (callout === undefined) return false
  withoutMarker(tr, callout)
  const range = tr.doc.resolve(after + 2).blockRange()
  const target = range === null ? null : liftTarget(range)
  if (range === null || target === null) return false
  dispatch?.(tr.lift(range, target).scrollIntoView())
  return true
}

/** Selects the title, or what follows it in its paragraph: the two are lines of their own to the eye. */
export function selectCalloutPart({ state, dispatch }: EditorView, position: number): boolean {
  const callout = calloutOf(state.doc.resolve(position))
  if (callout === undefined) return false
  const { title, rest } = callout
  const [from, to] = position <= title[1] ? title : [rest[0] + 1, rest[1]]
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  return true
}

function behindMarker($position: ResolvedPos): number {
  const marker = calloutOf($position)?.marker
  return Math.max($position.pos, marker?.[1] ?? 0)
}

/** The callout in whose first paragraph a position is. */
export function calloutOf($position: ResolvedPos): Callout | undefined {
  const { depth } = $position
  if (depth < 2 || $position.index(depth - 1) > 0) return undefined
  return readCallout($position.node(depth - 1), $position.before(depth - 1))
}
