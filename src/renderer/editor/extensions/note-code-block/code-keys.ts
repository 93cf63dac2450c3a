import type { Command, Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'

const indent = '  '

/** Puts a step of indentation before every line of the selection, or at the caret; `isBack` takes one away. */
export function indentCode(isBack: boolean): Command {
  return ({ state, tr, dispatch }) => {
    const { $from, $to, empty, from } = state.selection
    if ($from.parent.type.spec.code !== true || !$from.sameParent($to)) return false
    if (dispatch === undefined) return true
    if (empty && !isBack) {
      tr.insertText(indent, from)
      return true
    }
    const start = $from.start()
    const text = $from.parent.textContent
    const lines = lineStarts(text, $from.parentOffset, $to.parentOffset)
    for (const line of lines.toReversed()) {
      if (!isBack) tr.insertText(indent, start + line)
      else {
        const width = /^(?:\t| {1,2})/.exec(text.slice(line))?.[0].length ?? 0
        tr.delete(start + line, start + line + width)
      }
    }
    return true
  }
}

/** A new line with the indentation of this one; after two empty lines at the end, a paragraph after the block. */
export function newLineInCode(editor: Editor): boolean {
  const { $from, $to } = editor.state.selection
  if ($from.parent.type.name !== 'codeBlock' || !$from.sameParent($to)) return false
  const before = $from.parent.textContent.slice(0, $from.parentOffset)
  const isAtEnd = $to.parentOffset === $to.parent.content.size
  const blank = /\n[ \t]*\n[ \t]*$/.exec(before)
  if (isAtEnd && blank !== null) {
    const { tr } = editor.state
    editor.view.dispatch(tr.delete($from.pos - blank[0].length, $to.pos))
    return editor.commands.exitCode()
  }
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const { tr } = editor.state
  editor.view.dispatch(tr.insertText(`\n${/^[ \t]*/.exec(line)?.[0] ?? ''}`).scrollIntoView())
  return true
}

/** Puts the caret after the code block, into a new paragraph where nothing follows. */
export function leaveCode(editor: Editor): boolean {
  const { $from, $to } = editor.state.selection
  if ($from.parent.type.name !== 'codeBlock' || !$from.sameParent($to)) return false
  const { doc, tr } = editor.state
  const after = $from.after()
  if (doc.resolve(after).nodeAfter === null) return editor.commands.exitCode()
  editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(after))).scrollIntoView())
  return true
}

/**
 * From the first line of code to the last line of what stands above it: the browser, which has the block's buttons in its
 * way, goes one block too far.
 */
export function goAboveCode({ state, view }: Editor, isExtending: boolean): boolean {
  const { $head, $anchor, empty } = state.selection
  const isInFirstLine = !$head.parent.textContent.slice(0, $head.parentOffset).includes('\n')
  if ($head.parent.type.name !== 'codeBlock' || !isInFirstLine || (!empty && !isExtending)) return false
  const $start = state.doc.resolve($head.before())
  const above = Selection.findFrom($start, -1)
  if (above === null) return false
  const lowest = above instanceof TextSelection ? view.coordsAtPos(above.head, -1) : undefined
  const height = lowest === undefined ? 0 : (lowest.top + lowest.bottom) / 2
  const found = view.posAtCoords({ left: view.coordsAtPos($head.pos).left, top: height })?.pos ?? -1
  const isAbove = lowest !== undefined && found > $start.pos - ($start.nodeBefore?.nodeSize ?? 0)
  const target = isAbove && found < $start.pos ? Selection.near(state.doc.resolve(found), -1) : above
  const { tr } = state
  tr.setSelection(isExtending ? TextSelection.between($anchor, target.$head) : target)
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Selects all of the code block; not handled when it is selected already, so that the next press selects the note. */
export function selectCode(editor: Editor): boolean {
  const { $from, $to, from, to } = editor.state.selection
  if ($from.parent.type.name !== 'codeBlock' || !$from.sameParent($to)) return false
  const [start, end] = [$from.start(), $from.end()]
  if (start === end || (from === start && to === end)) return false
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, start, end)))
  return true
}

/** Offsets at which the lines begin that a range meets; a line of which only the beginning is meant isn't one. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts = [text.lastIndexOf('\n', from - 1) + 1]
  for (let at = text.indexOf('\n', from); at >= 0 && at + 1 < to; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1)
  }
  return starts
}
