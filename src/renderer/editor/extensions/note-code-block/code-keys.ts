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
