import { Extension } from '@tiptap/core'
import { Selection, TextSelection, type Command } from '@tiptap/pm/state'
import { isApple } from '../../../state/is-apple'
import { scrollerOf } from '../../note-scroller'

/**
 * The keys that go to the beginning and the end of a note. The browser's own way there asks for the layout of blocks that
 * are not laid out while they are out of sight, and stops short of the end of a long note.
 */
export const NoteEnds = Extension.create({
  name: 'noteEnds',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const toStart = (isExtending: boolean) => () => {
      run(goTo('start', isExtending))()
      // Above all of the text, where nothing that is drawn only now moves it.
      scrollerOf(this.editor.view.dom)?.scrollTo({ top: 0, behavior: 'instant' })
      return true
    }
    const keys = isApple()
      ? { start: 'Cmd-ArrowUp', end: 'Cmd-ArrowDown' }
      : { start: 'Ctrl-Home', end: 'Ctrl-End' }
    return {
      [keys.start]: toStart(false),
      [`Shift-${keys.start}`]: toStart(true),
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
