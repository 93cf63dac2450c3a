import { Extension } from '@tiptap/core'
import { Selection, TextSelection, type Command } from '@tiptap/pm/state'
import { isApple } from '../../is-apple'

/**
 * The keys that go to the beginning and the end of a note. The browser's own way there asks for the layout of blocks that
 * are not laid out while they are out of sight, and stops short of the end of a long note.
 */
export const NoteEnds = Extension.create({
  name: 'noteEnds',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const keys = isApple()
      ? { start: 'Cmd-ArrowUp', end: 'Cmd-ArrowDown' }
      : { start: 'Ctrl-Home', end: 'Ctrl-End' }
    return {
      [keys.start]: run(goTo('start', false)),
      [`Shift-${keys.start}`]: run(goTo('start', true)),
      [keys.end]: run(goTo('end', false)),
      [`Shift-${keys.end}`]: run(goTo('end', true)),
    }
  },
})

function goTo(place: 'start' | 'end', isExtending: boolean): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const target = place === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
    const to = isExtending ? TextSelection.between(selection.$anchor, target.$head) : target
    dispatch?.(tr.setSelection(to).scrollIntoView())
    return true
  }
}
