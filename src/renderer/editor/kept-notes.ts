import type { EditorState } from '@tiptap/pm/state'
import { bestText } from '../state/unwritten-text'
import type { ChangeOfState } from './editor-context'
import type { NoteBody } from './note-body'
import type { PlaceInNote } from './note-scroller'

/** What is kept of a note that isn't shown. */
export interface KeptNote {
  readonly noteBody: NoteBody
  /** Its document, its selection, and what can be undone. */
  readonly state: EditorState
  readonly place: PlaceInNote | undefined
  /** Saves a change that comes after the note was left, unless its body isn't `before` any more. */
  readonly onLateEdit: (before: string, getBody: () => string) => void
}

const mostNotes = 50
/** Of all documents together, in ProseMirror's measure: about a character each. */
const mostContent = 2_000_000

/** The notes that were shown last; those of longest ago go first. */
export class KeptNotes {
  readonly #notes = new Map<string, KeptNote>()

  keep(key: string, note: KeptNote): void {
    this.#notes.delete(key)
    this.#notes.set(key, note)
    let content = [...this.#notes.values()].reduce((sum, { state }) => sum + state.doc.content.size, 0)
    for (const [oldest, { state }] of this.#notes) {
      if (this.#notes.size === 1 || (this.#notes.size <= mostNotes && content <= mostContent)) return
      content -= state.doc.content.size
      this.#notes.delete(oldest)
    }
  }

  /** Changes the note that was left last of those that `change` has a transaction for. */
  change(change: ChangeOfState): boolean {
    for (const [key, note] of [...this.#notes].toReversed()) {
      const tr = change(note.state)
      if (tr === undefined) continue
      const { noteBody } = note
      const state = note.state.apply(tr)
      this.#notes.set(key, { ...note, state })
      if (tr.docChanged) note.onLateEdit(noteBody.bodyOf(note.state.doc)(), noteBody.bodyOf(state.doc))
      return true
    }
    return false
  }

  rename(from: string, to: string): void {
    const note = this.#notes.get(from)
    if (note === undefined) return
    this.#notes.delete(from)
    this.#notes.set(to, note)
  }

  /** What is kept of the note, if its text is still `body`: what was done to another one must not be undone. */
  of(key: string, body: string): KeptNote | undefined {
    const kept = this.#notes.get(key)
    if (kept === undefined) return undefined
    return bestText(kept.noteBody.bodyOf(kept.state.doc)) === body ? kept : undefined
  }
}
